using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mlops.Reporting.Rendering.Html;

/// <summary>Writes markup that is safe by construction: the text of a template is trusted, what fills its holes is escaped.</summary>
/// <remarks>The result is well-formed as HTML and as XML, so that it can be parsed strictly.</remarks>
internal sealed class MarkupWriter(string idPrefix = "")
{
    private readonly StringBuilder output = new();
    private int idCount;

    /// <summary>Writes a template; there is no overload for strings, so that none can get in unescaped by accident.</summary>
    /// <param name="markup">An interpolated string, written part by part while it is put together.</param>
    public MarkupWriter Write([InterpolatedStringHandlerArgument("")] ref MarkupTemplate markup) => this;

    /// <summary>An id that is unique in this document.</summary>
    public string NextId() => $"{idPrefix}{(++idCount).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Writes text of our own as it is.</summary>
    public void WriteTrusted(string markup) => output.Append(markup);

    /// <summary>Writes a number as SVG takes it: two decimals, never NaN or infinity.</summary>
    public void WriteNumber(double value)
    {
        var rounded = Math.Round(double.IsFinite(value) ? value : 0, 2);
        output.Append(CultureInfo.InvariantCulture, $"{(rounded == 0 ? 0 : rounded):0.##}");
    }

    public void WriteEscaped(string? text)
    {
        foreach (var c in SafeText.OneLine(text))
        {
            _ = c switch
            {
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '"' => output.Append("&quot;"),
                '\'' => output.Append("&#39;"),
                _ => output.Append(c),
            };
        }
    }

    public override string ToString() => output.ToString();
}
