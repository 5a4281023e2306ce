using Mlops.Data.Parsing;

namespace Mlops.Data.Loading;

/// <summary>Loads a column whose kind nobody has said.</summary>
/// <remarks>
/// No text spells two kinds, so the first value that is there leaves two possibilities: its kind, or text. The column is
/// loaded as the former; the first value that contradicts leaves it to a second pass to load it as text.
/// </remarks>
/// <param name="name">The column's name.</param>
/// <param name="settings">What else there is to know. Where it says that the kind is not inferred there is no second pass: the first value's kind is final, and others fail by themselves.</param>
internal sealed class InferringLoader(string name, LoaderSettings settings) : ColumnLoader
{
    private ColumnLoader? _loader;
    private bool _mustReload;

    public override ColumnKind? Kind => _mustReload ? ColumnKind.Category : _loader?.Kind;

    public override int Dimensions => _loader?.Dimensions ?? 0;

    public override bool MustReload => _mustReload;

    public override Column Build(string name) => (_loader ?? Start(ColumnKind.Number)).Build(name);

    protected override LoadResult AppendValue(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed, FieldShape shape)
    {
        if (_mustReload)
            return LoadResult.Loaded;
        _loader ??= Start(KindOf(trimmed, shape));
        var result =
            settings.IsInferred && !Fits(_loader.Kind, shape)
                ? LoadResult.OtherKind
                : _loader.Append(text, trimmed, shape);
        return Concluded(result);
    }

    protected override LoadResult AppendVectorValue(ReadOnlySpan<float> vector, ReadOnlySpan<byte> text)
    {
        if (_mustReload)
            return LoadResult.OtherVector;
        _loader ??= Start(ColumnKind.Embedding);
        return settings.IsInferred && _loader.Kind != ColumnKind.Embedding
            ? LoadResult.OtherVector
            : _loader.AppendVector(vector, text);
    }

    protected override void AppendMissingValue() => _loader?.AppendMissing();

    private LoadResult Concluded(LoadResult result)
    {
        if (result != LoadResult.OtherKind)
            return result;
        _mustReload = true;
        _loader = null;
        return LoadResult.Loaded;
    }

    private ColumnKind KindOf(ReadOnlySpan<byte> trimmed, FieldShape shape) =>
        shape switch
        {
            FieldShape.Number => ColumnKind.Number,
            FieldShape.Boolean => ColumnKind.Boolean,
            FieldShape.Text => IsoTimeParser.TryParse(trimmed, out _) ? ColumnKind.Time : ColumnKind.Category,
            _ => ValueParser.KindOf(trimmed, settings.Numbers),
        };

    private static bool Fits(ColumnKind? kind, FieldShape shape) =>
        (kind, shape) switch
        {
            (_, FieldShape.Untold) or (ColumnKind.Category, _) => true,
            (ColumnKind.Number, _) => shape == FieldShape.Number,
            (ColumnKind.Boolean, _) => shape == FieldShape.Boolean,
            (ColumnKind.Time, _) => shape == FieldShape.Text,
            // The loader of vectors has the message.
            _ => true,
        };

    // The values before the first that is there are missing.
    private ColumnLoader Start(ColumnKind kind)
    {
        var loader = LoadingPlan.LoaderOf(kind, name, settings);
        for (var i = 0; i < Count; i++)
            loader.AppendMissing();
        return loader;
    }
}
