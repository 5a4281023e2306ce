using System.Data;
using System.Globalization;

namespace Mlops.Data.DataReaders;

/// <summary>Reads the current result of a data reader into columns.</summary>
internal sealed class DataReaderTable
{
    private const int RowsBetweenLooks = 256;

    private readonly IDataReader _reader;
    private readonly string _name;
    private readonly DataReaderOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly List<(int Ordinal, string Name, FieldReader Reader)> _fields = [];
    private long _rows;

    public DataReaderTable(
        IDataReader reader,
        string name,
        DataReaderOptions options,
        CancellationToken cancellationToken
    )
    {
        _reader = reader;
        _name = name;
        _options = options;
        _cancellationToken = cancellationToken;
        var names = Names();
        options.ThrowIfUnknown(names);
        for (var i = 0; i < names.Length; i++)
        {
            if (!options.Without.Contains(names[i]))
                _fields.Add((i, names[i], FieldReaderOf(i, names[i])));
        }
    }

    /// <summary>Reads rows.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="hasMore">Whether the reader has not come to its end.</param>
    public Dataset Read(long most, out bool hasMore)
    {
        var read = 0L;
        hasMore = true;
        while (read < most && (hasMore = _reader.Read()))
        {
            if (read % RowsBetweenLooks == 0)
                _cancellationToken.ThrowIfCancellationRequested();
            foreach (var (ordinal, name, field) in _fields)
                Append(field, ordinal, name);
            read++;
            _rows++;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        return Dataset.OfColumns(_name, [.. _fields.Select(Build)], _options.Schema);
    }

    private Column Build((int Ordinal, string Name, FieldReader Reader) field)
    {
        var column = field.Reader.Build();
        return _options.StatedKind(field.Name) is { } kind ? column.ConvertTo(kind) : column;
    }

    private void Append(FieldReader field, int ordinal, string name)
    {
        try
        {
            field.Append(_reader);
        }
        catch (Exception exception) when (exception is InvalidCastException or FormatException or OverflowException)
        {
            throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_name}, row {_rows} (from 0), column {ordinal + 1} '{name}', which is to hold {_reader.GetFieldType(ordinal)}: {exception.Message}"
                ),
                exception
            );
        }
    }

    private string[] Names()
    {
        var names = new string[_reader.FieldCount];
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = _reader.GetName(i);
            if (string.IsNullOrWhiteSpace(names[i]))
            {
                throw new ArgumentException(
                    $"Column {i + 1} of {names.Length} of the reader has no name. Name it in the query, as in SELECT count(*) AS visits."
                );
            }

            if (!positions.TryAdd(names[i], i))
            {
                throw new ArgumentException(
                    $"Columns {positions[names[i]] + 1} and {i + 1} of the reader are both named '{names[i]}'. Names must be unique: rename one in the query, as in SELECT a.id AS a_id."
                );
            }
        }

        return names;
    }

    private FieldReader FieldReaderOf(int ordinal, string name)
    {
        var type = _reader.GetFieldType(ordinal);
        var stated = _options.StatedKind(name);
        return FieldReaders.Of(type, ordinal, name, stated)
            ?? throw new ArgumentException(
                type == typeof(object)
                    ? $"Column {ordinal + 1} '{name}' of the reader may hold anything ({type}). State its kind by {nameof(ReadOptions.Kinds)}, or leave it out by {nameof(ReadOptions.Without)}."
                    : $"Column {ordinal + 1} '{name}' of the reader holds {type}, which no column does. Leave it out by {nameof(ReadOptions.Without)}, or convert it in the query to a number, a text or a time."
            );
    }
}
