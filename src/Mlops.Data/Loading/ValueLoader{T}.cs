namespace Mlops.Data.Loading;

/// <summary>What the loaders of numbers, booleans and times share.</summary>
/// <param name="kind">The kind of the column.</param>
/// <param name="missing">Stands where nothing is.</param>
/// <param name="settings">What else there is to know.</param>
internal abstract class ValueLoader<TValue>(ColumnKind kind, TValue missing, LoaderSettings settings) : ColumnLoader
{
    private readonly FailureLog.Builder _failures = new();
    private GrowingArray<TValue> _values = new(settings.Rows);

    public sealed override ColumnKind? Kind => kind;

    public sealed override Column Build(string name) => Build(name, _values.ToMemory(), _failures.Build());

    protected sealed override LoadResult AppendValue(
        ReadOnlySpan<byte> text,
        ReadOnlySpan<byte> trimmed,
        FieldShape shape
    )
    {
        if (TryParse(trimmed, settings, out var value))
        {
            _values.Add(value);
            return LoadResult.Loaded;
        }

        if (settings.IsInferred)
            return LoadResult.OtherKind;
        if (!FieldText.IsValid(text))
            return LoadResult.InvalidText;
        _failures.Add(_values.Count, FieldText.Decode(text));
        _values.Add(missing);
        return LoadResult.Loaded;
    }

    protected sealed override void AppendMissingValue() => _values.Add(missing);

    /// <summary>Reads a value: only what spells the kind when it is inferred, and what converts to it when it is asked for.</summary>
    protected abstract bool TryParse(ReadOnlySpan<byte> trimmed, LoaderSettings settings, out TValue value);

    /// <summary>Makes the column.</summary>
    protected abstract Column Build(string name, ReadOnlyMemory<TValue> values, FailureLog? failures);
}
