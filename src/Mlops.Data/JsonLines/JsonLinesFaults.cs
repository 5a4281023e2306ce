using System.Globalization;
using System.Text;
using System.Text.Json;
using Mlops.Data.Loading;
using Mlops.Data.Parsing;

namespace Mlops.Data.JsonLines;

/// <summary>What can be wrong with a line, in words.</summary>
internal sealed class JsonLinesFaults(string file, LineReader lines)
{
    private const int ExcerptLength = 60;

    public JsonLinesFormatException Empty() =>
        new(
            $"{file} has no property on any line: each line holds one object, such as {{\"age\": 41, \"plan\": \"basic\"}}."
        )
        {
            File = file,
        };

    public JsonLinesFormatException TooLong(int most) =>
        Fault(
            string.Create(
                CultureInfo.InvariantCulture,
                $"it is longer than {most} bytes. Each line holds one object; if the file is one array, write its elements a line each, or else raise {nameof(JsonLinesOptions)}.{nameof(JsonLinesOptions.MaxLineBytes)}"
            ),
            lines.Line
        );

    public JsonLinesFormatException NoObject() =>
        Fault(
            "it is JSON, but no object. Each line holds one object; if the file is one array, write its elements a line each",
            lines.Line
        );

    public JsonLinesFormatException Invalid(JsonException exception)
    {
        // The position is one within the line, since a line has no line breaks.
        var position = (int)Math.Clamp(exception.BytePositionInLine ?? 0, 0, lines.Line.Length);
        var from = lines.Line[Math.Max(0, position - (ExcerptLength / 2))..];
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"it is not JSON from byte {position + 1} on. Each line holds one whole object, with names and texts in double quotes"
        );
        return Fault(message, from, inner: exception);
    }

    public JsonLinesFormatException InvalidName(Exception inner) =>
        Fault("the name of a property is no valid text. Save the file as UTF-8", lines.Line, inner: inner);

    public JsonLinesFormatException NoName() => Fault("a property has no name. Name every property", lines.Line);

    public JsonLinesFormatException Duplicate(string name) =>
        Fault($"property '{name}' comes twice. Names must be unique within a line", lines.Line, name);

    public JsonLinesFormatException NoVector(string name, ReadOnlySpan<byte> json, VectorRead read) =>
        Fault(
            read == VectorRead.NotFinite
                ? $"column '{name}' holds an array with a number beyond the range of a float. Components must be finite"
                : $"column '{name}' holds an array whose elements are not all numbers. Leave the column out by {nameof(ReadOptions.Without)}, or read it as the text of its JSON by {nameof(ReadOptions.Kinds)}",
            json,
            name
        );

    public JsonLinesFormatException OfValue(
        string name,
        ReadOnlySpan<byte> text,
        LoadResult result,
        ColumnLoader? loader,
        int components
    )
    {
        var message =
            result == LoadResult.InvalidText
                ? text.Contains((byte)0)
                    ? $"column '{name}' holds a NUL character, which no text has. Leave it out of the text"
                    : $"column '{name}' is not UTF-8, or holds half of a surrogate pair. Save the file as UTF-8"
                : components == 0 && loader?.Kind == ColumnKind.Embedding && text is not [(byte)'[', ..]
                    ? $"column '{name}' holds no array, and arrays on lines before. Write null where there is no vector"
                    : loader?.Kind == ColumnKind.Embedding
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"column '{name}' holds an array of {components} numbers, and of {loader.Dimensions} on lines before. All must have the same length; write null where there is no vector"
                        )
                        : $"column '{name}' holds an array, and single values on lines before. Leave the column out by {nameof(ReadOptions.Without)}, or read it as the text of its JSON by {nameof(ReadOptions.Kinds)}";
        return Fault(message, text, name);
    }

    private JsonLinesFormatException Fault(
        string message,
        ReadOnlySpan<byte> at,
        string? column = null,
        Exception? inner = null
    )
    {
        var excerpt = Excerpt(at);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{file}, line {lines.LineNumber}: {message}: {excerpt}"
        );
        return inner is null
            ? new JsonLinesFormatException(text)
            {
                File = file,
                Line = lines.LineNumber,
                ColumnName = column,
                Excerpt = excerpt,
            }
            : new JsonLinesFormatException(text, inner)
            {
                File = file,
                Line = lines.LineNumber,
                ColumnName = column,
                Excerpt = excerpt,
            };
    }

    private static string Excerpt(ReadOnlySpan<byte> utf8)
    {
        var isCut = utf8.Length > ExcerptLength;
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, ExcerptLength)]);
        var shown = string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));
        return isCut ? shown + "…" : shown;
    }
}
