using System.Globalization;
using Mlops.Data.Parsing;

namespace Mlops.Data.Csv;

/// <summary>How a CSV file is written, and what its columns are to be read as.</summary>
public sealed record CsvOptions : ReadOptions
{
    /// <summary>What separates fields.</summary>
    /// <value>The default is a comma. It is never guessed: a wrong one is reported, with the one that was probably meant.</value>
    /// <exception cref="ArgumentException">It is not an ASCII character, or it is a quote, a line break or NUL.</exception>
    public char Delimiter
    {
        get;
        init =>
            field =
                char.IsAscii(value) && value is not ('"' or '\r' or '\n' or '\0')
                    ? value
                    : throw new ArgumentException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The delimiter is U+{(int)value:X4}; it must be an ASCII character other than a quote, a line break and NUL."
                        ),
                        nameof(value)
                    );
    } = ',';

    /// <summary>Whose decimal separator numbers are written with. Group separators (<c>1,234</c>) are never read.</summary>
    /// <value>The default is the invariant culture: a point.</value>
    /// <exception cref="ArgumentException">The culture's decimal separator is not one ASCII character.</exception>
    public CultureInfo Culture
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _ = new NumberParser(value);
            field = value;
        }
    } = CultureInfo.InvariantCulture;

    /// <summary>Whether the first line names the columns; otherwise they are <c>column1</c>, <c>column2</c> and so on.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool HasHeader { get; init; } = true;

    /// <summary>Which fields mean that nothing is there.</summary>
    /// <value>The default is the empty field and <c>NA</c>.</value>
    /// <remarks>
    /// Compared exactly, case included, after cutting spaces around the field, and only with fields without quotes: a
    /// quoted <c>"NA"</c> is the text NA. The one exception is the empty token, which a quoted empty field (<c>""</c>) is as
    /// well, since many programs quote every field; without the empty token both are the empty text.
    /// </remarks>
    public IReadOnlyList<string> MissingTokens
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var token in value)
                ArgumentNullException.ThrowIfNull(token, nameof(value));
            field = [.. value];
        }
    } = ["", "NA"];
}
