namespace Mlops.Data.Csv.Loading;

/// <summary>What the loaders of numbers, booleans and times share.</summary>
/// <param name="missing">Stands where nothing is.</param>
/// <param name="isInferred">Whether a field that does not fit ends the load, or else fails by itself.</param>
internal abstract class ValueLoader<TValue>(TValue missing, bool isInferred) : ColumnLoader
{
    private readonly FailureLog.Builder _failures = new();
    private GrowingArray<TValue> _values = new();

    public sealed override LoadResult Append(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed)
    {
        if (TryParse(trimmed, isInferred, out var value))
        {
            _values.Add(value);
            return LoadResult.Loaded;
        }

        if (isInferred)
            return LoadResult.OtherKind;
        if (!FieldText.IsValid(text))
            return LoadResult.InvalidText;
        _failures.Add(_values.Count, FieldText.Decode(text));
        _values.Add(missing);
        return LoadResult.Loaded;
    }

    public sealed override void AppendMissing() => _values.Add(missing);

    public sealed override Column Build(string name) => Build(name, _values.ToArray(), _failures.Build());

    /// <summary>Reads a value: only what spells the kind when it is inferred, and what converts to it when it is asked for.</summary>
    protected abstract bool TryParse(ReadOnlySpan<byte> trimmed, bool isInferred, out TValue value);

    /// <summary>Makes the column.</summary>
    protected abstract Column Build(string name, TValue[] values, FailureLog? failures);
}
