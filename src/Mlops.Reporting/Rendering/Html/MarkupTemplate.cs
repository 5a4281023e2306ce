using System.Globalization;
using System.Runtime.CompilerServices;

namespace Mlops.Reporting.Rendering.Html;

/// <summary>What an interpolated string becomes when it is written as markup: every hole escaped, every number fit for SVG.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupTemplate
{
    private readonly MarkupWriter writer;

    public MarkupTemplate(int literalLength, int formattedCount, MarkupWriter writer)
    {
        _ = literalLength + formattedCount;
        this.writer = writer;
    }

    public void AppendLiteral(string literal) => writer.WriteTrusted(literal);

    public void AppendFormatted(string? text) => writer.WriteEscaped(text);

    public void AppendFormatted(double number) => writer.WriteNumber(number);

    public void AppendFormatted(int number) => writer.WriteTrusted(number.ToString(CultureInfo.InvariantCulture));
}
