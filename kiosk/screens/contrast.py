"""High contrast: every colour becomes black or white, whatever it is."""

from kivy.graphics import RenderContext
from kivy.uix.widget import Widget

_HEAD = """
$HEADER$
void main(void) {
    vec4 shown = frag_color * texture2D(texture0, tex_coord0);
"""
PLAIN = f"{_HEAD}    gl_FragColor = shown;\n}}\n"
STARK = (
    f"{_HEAD}"
    "    vec3 linear = pow(shown.rgb, vec3(2.2));\n"
    "    float light = dot(linear, vec3(0.2126, 0.7152, 0.0722));\n"
    "    gl_FragColor = vec4(vec3(step(0.18, light)), shown.a);\n}\n"
)
"""0.18 is where black and white stand out alike: 0.05 is added to both luminances (WCAG 2.2)."""


def coloured_canvas() -> RenderContext:
    """Return a canvas that can be turned to black and white."""
    canvas = RenderContext(
        use_parent_projection=True, use_parent_modelview=True, use_parent_frag_modelview=True
    )
    canvas.shader.fs = PLAIN
    return canvas


def be_stark(widget: Widget, *, is_stark: bool) -> None:
    """Draw a widget with such a canvas, and all that is in it, in black and white or in colours."""
    widget.canvas.shader.fs = STARK if is_stark else PLAIN
