namespace Mlops.Data.Loading;

/// <summary>Loads free texts.</summary>
internal sealed class TextLoader(string name) : ColumnLoader
{
    private readonly TextBuilder _texts = new(name);

    public override ColumnKind? Kind => ColumnKind.Text;

    public override Column Build(string name) => _texts.Build(SourceType.Text);

    protected override LoadResult AppendValue(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed, FieldShape shape)
    {
        if (!FieldText.IsValid(text))
            return LoadResult.InvalidText;
        _texts.Add(text);
        return LoadResult.Loaded;
    }

    protected override void AppendMissingValue() => _texts.AddMissing();
}
