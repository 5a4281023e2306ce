using Mlops.Data.Parsing;

namespace Mlops.Data.Csv.Loading;

/// <summary>Loads a column whose kind nobody has said.</summary>
/// <remarks>
/// No text spells two kinds, so the first field that is there leaves two possibilities: its kind, or text. The column is
/// loaded as the former; the first field that contradicts leaves it to a second pass to load it as text.
/// </remarks>
internal sealed class InferringLoader(NumberParser numbers) : ColumnLoader
{
    private ColumnLoader? _loader;
    private int _leadingMissing;

    /// <summary>Whether the column is text after all, and has to be read again.</summary>
    public bool MustReload { get; private set; }

    public override LoadResult Append(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed)
    {
        if (MustReload)
            return LoadResult.Loaded;
        if (_loader is null)
            Start(ValueParser.KindOf(trimmed, numbers));
        var result = _loader!.Append(text, trimmed);
        if (result != LoadResult.OtherKind)
            return result;
        MustReload = true;
        _loader = null;
        return LoadResult.Loaded;
    }

    public override void AppendMissing()
    {
        if (MustReload)
            return;
        if (_loader is null)
            _leadingMissing++;
        else
            _loader.AppendMissing();
    }

    public override Column Build(string name)
    {
        // A column without any value is a number.
        if (_loader is null)
            Start(ColumnKind.Number);
        return _loader!.Build(name);
    }

    private void Start(ColumnKind kind)
    {
        _loader = kind switch
        {
            ColumnKind.Number => new NumberLoader(numbers, isInferred: true),
            ColumnKind.Boolean => new BooleanLoader(numbers, isInferred: true),
            ColumnKind.Time => new TimeLoader(isInferred: true),
            _ => new CategoryLoader(),
        };
        for (var i = 0; i < _leadingMissing; i++)
            _loader.AppendMissing();
    }
}
