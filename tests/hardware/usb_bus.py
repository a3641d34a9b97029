"""A USB bus on the far side of libusb: descriptors as devices declare them, and a printer behind.

Everything above it is the real thing: pyusb reads these descriptors as it reads libusb's.
"""

import errno
import socket
from types import SimpleNamespace

from usb.backend import IBackend
from usb.core import USBError, USBTimeoutError

BULK, INTERRUPT = 2, 3


def endpoint(address, kind=BULK):
    return SimpleNamespace(
        bLength=7,
        bDescriptorType=5,
        bEndpointAddress=address,
        bmAttributes=kind,
        wMaxPacketSize=64,
        bInterval=0,
        bRefresh=0,
        bSynchAddress=0,
        extra_descriptors=b"",
    )


def interface(number, kind, *endpoints, setting=0):
    ends = [endpoint(*each) for each in endpoints]
    return SimpleNamespace(
        bLength=9,
        bDescriptorType=4,
        bInterfaceNumber=number,
        bAlternateSetting=setting,
        bNumEndpoints=len(ends),
        bInterfaceClass=kind,
        bInterfaceSubClass=1,
        bInterfaceProtocol=2,
        iInterface=0,
        extra_descriptors=b"",
        ends=ends,
    )


class Plugged:
    """A device on the bus. Its interfaces are lists of their alternate settings."""

    def __init__(self, vendor, product, *interfaces, port=None, is_kernels=False):
        self.vendor, self.product, self.interfaces = vendor, product, interfaces
        self.is_kernels, self.claimed = is_kernels, set()
        self.way = None if port is None else socket.create_connection(("127.0.0.1", port))

    def unplug(self):
        self.way.close()


class Bus(IBackend):
    """What libusb is to pyusb."""

    def __init__(self, *devices):
        super().__init__()
        self._devices = devices

    def enumerate_devices(self):
        return iter(self._devices)

    def get_parent(self, dev):
        return None

    def get_device_descriptor(self, dev):
        return SimpleNamespace(
            bLength=18,
            bDescriptorType=1,
            bcdUSB=0x200,
            bDeviceClass=0,
            bDeviceSubClass=0,
            bDeviceProtocol=0,
            bMaxPacketSize0=64,
            idVendor=dev.vendor,
            idProduct=dev.product,
            bcdDevice=1,
            iManufacturer=0,
            iProduct=0,
            iSerialNumber=0,
            bNumConfigurations=1,
            address=1,
            bus=1,
            port_number=1,
            port_numbers=(1,),
            speed=3,
        )

    def get_configuration_descriptor(self, dev, config):
        if config:
            raise IndexError
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=2,
            wTotalLength=32,
            bNumInterfaces=len(dev.interfaces),
            bConfigurationValue=1,
            iConfiguration=0,
            bmAttributes=0xC0,
            bMaxPower=1,
            extra_descriptors=b"",
        )

    def get_interface_descriptor(self, dev, intf, alt, config):
        return dev.interfaces[intf][alt]

    def get_endpoint_descriptor(self, dev, ep, intf, alt, config):
        return dev.interfaces[intf][alt].ends[ep]

    def open_device(self, dev):
        return dev

    def close_device(self, dev_handle):
        dev_handle.claimed.clear()

    def get_configuration(self, dev_handle):
        return 1

    def set_interface_altsetting(self, dev_handle, intf, altsetting):
        dev_handle.setting = altsetting

    def is_kernel_driver_active(self, dev_handle, intf):
        return dev_handle.is_kernels

    def detach_kernel_driver(self, dev_handle, intf):
        dev_handle.is_kernels = False

    def claim_interface(self, dev_handle, intf):
        if dev_handle.is_kernels:
            raise USBError("Resource busy", errno=errno.EBUSY)
        dev_handle.claimed.add(intf)

    def release_interface(self, dev_handle, intf):
        dev_handle.claimed.discard(intf)

    def bulk_write(self, dev_handle, ep, intf, data, timeout):
        assert (intf in dev_handle.claimed, ep) == (True, dev_handle.out)
        return self._moved(dev_handle, timeout, lambda way: way.send(data))

    def bulk_read(self, dev_handle, ep, intf, buff, timeout):
        assert (intf in dev_handle.claimed, ep) == (True, dev_handle.back)

        def take(way):
            came = way.recv(len(buff))
            buff[: len(came)] = type(buff)("B", came)
            return len(came)

        return self._moved(dev_handle, timeout, take)

    def _moved(self, device, timeout, move):
        try:
            device.way.settimeout(timeout / 1000)
            return move(device.way)
        except TimeoutError:
            raise USBTimeoutError("Operation timed out", errno=errno.ETIMEDOUT) from None
        except OSError:
            raise USBError("No such device", errno=errno.ENODEV) from None
