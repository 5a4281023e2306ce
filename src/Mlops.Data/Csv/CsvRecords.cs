using System.Globalization;
using System.Text;
using CsvHelper;
using Mlops.Data.Loading;
using Mlops.Data.Parsing;

namespace Mlops.Data.Csv;

/// <summary>One pass over the records of a CSV source, every one of which has the same number of fields.</summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly CsvReader _reader;
    private readonly string _file;
    private readonly bool _hasHeader;
    private CsvMalformedReason? _malformed;
    private bool _isOnFirstRow;

    public CsvRecords(Stream stream, string file, CsvOptions options)
    {
        _file = file;
        _hasHeader = options.HasHeader;
        _reader = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                Separator = options.Delimiter,
                HasHeader = false,
                DetectSeparatorHint = false,
                TrackLineNumbers = true,
                // Field counts, blank lines and bad quotes are judged here, where the message can name line and column.
                FieldCountMismatch = CsvFieldCountHandling.Allow,
                SkipEmptyLines = false,
                MalformedData = CsvMalformedDataHandling.Recover,
                OnMalformedRecord = record => _malformed ??= record.Reason,
            },
            leaveOpen: true
        );
        Header = ReadHeader(options);
    }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>How many bytes lie before the current record.</summary>
    public long ByteOffset => _reader.ByteOffset;

    /// <summary>A field of the current record in UTF-8, without its quotes.</summary>
    public ReadOnlySpan<byte> this[int column] => _reader.GetSpan(column);

    /// <summary>Goes to the next record.</summary>
    public bool Read()
    {
        if (_isOnFirstRow)
        {
            _isOnFirstRow = false;
            return true;
        }

        while (ReadRecord())
        {
            if (_reader.FieldCount == Header.Count)
                return true;
            if (!IsBlank)
                throw FieldCountMismatch();
        }

        return false;
    }

    /// <summary>Whether a field of the current record is in quotes.</summary>
    public bool IsQuoted(int column) => _reader.GetRawSpan(column) is [(byte)'"', ..];

    /// <summary>The exception for a field of the current record that is not text.</summary>
    public CsvFormatException InvalidText(int column) =>
        Fault($"column {column + 1} '{Header[column]}' {WhyInvalid(_reader.GetSpan(column))}", column, ValueOf(column));

    /// <summary>The exception for something wrong with the current record.</summary>
    /// <param name="message">What is wrong and what would be right, without a full stop.</param>
    /// <param name="column">The column to blame, from 0; negative for none.</param>
    /// <param name="value">What stands there.</param>
    public CsvFormatException Fault(string message, int column = -1, string? value = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_file}, line {_reader.LineNumber}: {message}."))
        {
            File = _file,
            Line = _reader.LineNumber,
            ColumnNumber = column + 1,
            ColumnName = column < 0 ? null : Header?[column],
            Value = value,
        };

    public void Dispose() => _reader.Dispose();

    private bool IsBlank => _reader.FieldCount == 1 && _reader.RawRecord.Length == 0;

    private bool ReadRecord()
    {
        bool hasRecord;
        try
        {
            hasRecord = _reader.Read();
        }
        catch (CsvHelper.CsvFormatException exception)
        {
            throw new CsvFormatException($"{_file}: {exception.Message}", exception)
            {
                File = _file,
                Line = exception.LineNumber,
            };
        }

        return _malformed is null ? hasRecord : throw Fault(Explain(_malformed.Value));
    }

    private static string Explain(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.UnterminatedQuote =>
                "a field that begins with a quote here is never closed. Close it, or double a quote that is part of the text",
            CsvMalformedReason.TextAfterClosingQuote =>
                "text follows the quote that closes a field. Inside a field in quotes, a quote is written as two",
            _ =>
                "a quote stands inside a field that is not in quotes. Put the field in quotes, and write each quote in it as two",
        };

    private string[] ReadHeader(CsvOptions options)
    {
        do
        {
            if (!ReadRecord())
                throw Empty();
        } while (IsBlank);

        if (options.HasHeader)
            return ReadNames(options.Delimiter);
        _isOnFirstRow = true;
        return
        [
            .. Enumerable
                .Range(1, _reader.FieldCount)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"column{i}")),
        ];
    }

    private CsvFormatException Empty()
    {
        var right = _hasHeader ? "the first line names the columns" : "the first line says how many columns there are";
        return new CsvFormatException($"{_file} is empty: {right}.") { File = _file };
    }

    private string[] ReadNames(char delimiter)
    {
        var names = new string[_reader.FieldCount];
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var text = _reader.GetSpan(i);
            if (!FieldText.IsValid(text))
                throw Fault($"the name of column {i + 1} {WhyInvalid(text)}", i, ValueOf(i));
            names[i] = FieldText.Decode(IsQuoted(i) ? text : ValueParser.Trim(text));
            if (string.IsNullOrWhiteSpace(names[i]))
            {
                throw Fault(
                    $"column {i + 1} of {names.Length} has no name. Name every column; where a program wrote row numbers there, have it leave them out",
                    i
                );
            }

            if (!positions.TryAdd(names[i], i))
            {
                throw Fault(
                    $"columns {positions[names[i]] + 1} and {i + 1} are both named '{names[i]}'. Names must be unique",
                    i,
                    names[i]
                );
            }
        }

        if (names.Length == 1 && !IsQuoted(0))
            ThrowIfOtherDelimiter(names[0], delimiter);
        return names;
    }

    private void ThrowIfOtherDelimiter(string name, char delimiter)
    {
        var position = name.AsSpan().IndexOfAny(",;\t|");
        if (position < 0 || name[position] == delimiter)
            return;
        var meant = Show(name[position]);
        throw Fault(
            $"the only column is '{name}', for fields are separated by {Show(delimiter)}. Set CsvOptions.Delimiter to {meant}, or put the name in quotes if {meant} is part of it",
            0,
            name
        );
    }

    private static string Show(char delimiter) => delimiter == '\t' ? "'\\t'" : $"'{delimiter}'";

    private CsvFormatException FieldCountMismatch()
    {
        var actual = _reader.FieldCount == 1 ? "1 field" : $"{_reader.FieldCount} fields";
        var expected = _hasHeader ? "the header" : "the first line";
        return Fault(
            $"it has {actual}, {expected} has {Header.Count}. A field that contains the delimiter must be in quotes"
        );
    }

    private static string WhyInvalid(ReadOnlySpan<byte> text) =>
        text.Contains((byte)0)
            ? "holds a NUL character. A text file has none: this one is binary, or UTF-16 without a byte order mark"
            : "is not UTF-8. Save the file as UTF-8, or as UTF-16 with a byte order mark";

    private string ValueOf(int column) => Encoding.UTF8.GetString(_reader.GetSpan(column));
}
