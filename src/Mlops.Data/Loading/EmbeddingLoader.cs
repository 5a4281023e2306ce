using System.Runtime.InteropServices;
using Mlops.Data.Parsing;

namespace Mlops.Data.Loading;

/// <summary>Loads vectors.</summary>
/// <param name="name">The column's name.</param>
/// <param name="settings">What else there is to know.</param>
internal sealed class EmbeddingLoader(string name, LoaderSettings settings) : ColumnLoader
{
    private readonly EmbeddingBuilder _vectors = new(name, settings.Dimensions);
    private readonly FailureLog.Builder _failures = new();
    private readonly List<float> _components = [];

    public override ColumnKind? Kind => ColumnKind.Embedding;

    public override int Dimensions => _vectors.Dimensions;

    public override Column Build(string name) => _vectors.Build(_failures.Build());

    protected override LoadResult AppendValue(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed, FieldShape shape) =>
        VectorParser.TryParse(trimmed, _components)
            ? AppendVectorValue(CollectionsMarshal.AsSpan(_components), text)
            : Fail(text);

    protected override LoadResult AppendVectorValue(ReadOnlySpan<float> vector, ReadOnlySpan<byte> text) =>
        _vectors.TryAdd(vector) ? LoadResult.Loaded : Fail(text);

    protected override void AppendMissingValue() => _vectors.AddMissing();

    private LoadResult Fail(ReadOnlySpan<byte> text)
    {
        if (settings.IsInferred)
            return LoadResult.OtherVector;
        if (!FieldText.IsValid(text))
            return LoadResult.InvalidText;
        _failures.Add(_vectors.Count, FieldText.Decode(text));
        _vectors.AddMissing();
        return LoadResult.Loaded;
    }
}
