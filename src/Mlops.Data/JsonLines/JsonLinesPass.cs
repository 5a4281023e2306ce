using System.Runtime.InteropServices;
using System.Text.Json;
using Mlops.Data.Loading;
using Mlops.Data.Parsing;

namespace Mlops.Data.JsonLines;

/// <summary>One pass over JSON lines.</summary>
internal sealed class JsonLinesPass : TablePass
{
    private readonly JsonLinesOptions _options;
    private readonly LineReader _lines;
    private readonly JsonLinesFaults _faults;
    private readonly JsonProperty _root = new("");
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<JsonProperty> _properties = [];
    private readonly List<long> _lastLine = [];
    private readonly List<float> _components = [];
    private byte[] _unescaped = new byte[256];

    public JsonLinesPass(Stream stream, string file, JsonLinesOptions options, Func<string, ColumnLoader?> loaderOf)
        : base(loaderOf)
    {
        _options = options;
        _lines = new LineReader(stream, options.MaxLineBytes);
        _faults = new JsonLinesFaults(file, _lines);
    }

    public override long ByteOffset => _lines.ByteOffset;

    public static TableReader ReaderOf(
        ByteSource source,
        string file,
        JsonLinesOptions options,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken
    ) =>
        new(
            source,
            file,
            new LoadingPlan(options, NumberParser.Invariant),
            (stream, loaderOf) => new JsonLinesPass(stream, file, options, loaderOf),
            progress,
            cancellationToken
        );

    public override void Dispose() { }

    // A property that was null, or an object taken apart, is no column of its own.
    protected override bool IsColumn(int column) =>
        !_properties[column].HasProperties || Loaders[column]?.Kind is not null;

    protected override bool TryLoadRow()
    {
        do
        {
            switch (_lines.Read())
            {
                case LineStatus.End:
                    return Names.Count > 0 ? false : throw _faults.Empty();
                case LineStatus.TooLong:
                    throw _faults.TooLong(_options.MaxLineBytes);
            }
        } while (_lines.Line.Trim(" \t\r"u8).Length == 0);

        try
        {
            LoadLine();
        }
        catch (JsonException exception)
        {
            throw _faults.Invalid(exception);
        }

        for (var i = 0; i < Loaders.Count; i++)
        {
            if (_lastLine[i] != _lines.LineNumber)
                Loaders[i]?.AppendMissing();
        }

        return true;
    }

    private void LoadLine()
    {
        var reader = new Utf8JsonReader(_lines.Line);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw _faults.NoObject();
        LoadObject(ref reader, _root, depth: 0);
        reader.Read();
    }

    private void LoadObject(ref Utf8JsonReader reader, JsonProperty parent, int depth)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = PropertyOf(ref reader, parent);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject && depth < _options.FlattenDepth)
            {
                LoadObject(ref reader, property, depth + 1);
                continue;
            }

            if (property.Column < 0)
                property.Column = ColumnOf(property);
            if (_lastLine[property.Column] == _lines.LineNumber)
                throw _faults.Duplicate(property.Name);
            _lastLine[property.Column] = _lines.LineNumber;
            if (Loaders[property.Column] is { } loader)
                LoadValue(ref reader, property.Name, loader);
            else
                reader.Skip();
        }
    }

    private JsonProperty PropertyOf(ref Utf8JsonReader reader, JsonProperty parent)
    {
        JsonProperty property;
        try
        {
            property = parent.Child(ref reader);
        }
        catch (InvalidOperationException exception)
        {
            throw _faults.InvalidName(exception);
        }

        return string.IsNullOrWhiteSpace(property.Name) ? throw _faults.NoName() : property;
    }

    // {"a.b": 1} and {"a": {"b": 1}} are one column.
    private int ColumnOf(JsonProperty property)
    {
        if (_positions.TryGetValue(property.Name, out var position))
            return position;
        _lastLine.Add(-1);
        _properties.Add(property);
        position = AddColumn(property.Name);
        _positions.Add(property.Name, position);
        return position;
    }

    private void LoadValue(ref Utf8JsonReader reader, string name, ColumnLoader loader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                loader.AppendMissing();
                break;
            case JsonTokenType.Number:
                Append(loader, name, reader.ValueSpan, FieldShape.Number);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                Append(loader, name, reader.ValueSpan, FieldShape.Boolean);
                break;
            case JsonTokenType.String:
                Append(loader, name, TextOf(ref reader, name), FieldShape.Text);
                break;
            case JsonTokenType.StartArray:
                LoadArray(ref reader, name, loader);
                break;
            default:
                Append(loader, name, Json(ref reader), FieldShape.Text);
                break;
        }
    }

    private void LoadArray(ref Utf8JsonReader reader, string name, ColumnLoader loader)
    {
        var ahead = reader;
        _components.Clear();
        var read = VectorParser.TryRead(ref ahead, _components);
        var json = Json(ref reader);
        if (read == VectorRead.Vector)
        {
            var components = CollectionsMarshal.AsSpan(_components);
            if (loader.AppendVector(components, json) is not LoadResult.Loaded and var result)
                throw _faults.OfValue(name, json, result, loader, components.Length);
        }
        else if (loader is InferringLoader)
        {
            throw _faults.NoVector(name, json, read);
        }
        else
        {
            Append(loader, name, json, FieldShape.Text);
        }
    }

    private void Append(ColumnLoader loader, string name, ReadOnlySpan<byte> text, FieldShape shape)
    {
        if (loader.Append(text, ValueParser.Trim(text), shape) is not LoadResult.Loaded and var result)
            throw _faults.OfValue(name, text, result, loader, components: 0);
    }

    private ReadOnlySpan<byte> TextOf(ref Utf8JsonReader reader, string name)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan;
        if (_unescaped.Length < reader.ValueSpan.Length)
            _unescaped = new byte[Math.Max(reader.ValueSpan.Length, 2 * _unescaped.Length)];
        try
        {
            return _unescaped.AsSpan(0, reader.CopyString(_unescaped));
        }
        catch (InvalidOperationException)
        {
            throw _faults.OfValue(name, reader.ValueSpan, LoadResult.InvalidText, loader: null, components: 0);
        }
    }

    // What the reader stands on, to its end.
    private ReadOnlySpan<byte> Json(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return _lines.Line[start..(int)reader.BytesConsumed];
    }
}
