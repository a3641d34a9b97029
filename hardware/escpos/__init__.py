"""The driver for ESC/POS ticket printers. `hardware.devices` opens it."""
