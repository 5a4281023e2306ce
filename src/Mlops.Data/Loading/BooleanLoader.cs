using Mlops.Data.Parsing;

namespace Mlops.Data.Loading;

/// <summary>Loads booleans.</summary>
internal sealed class BooleanLoader(LoaderSettings settings)
    : ValueLoader<sbyte>(ColumnKind.Boolean, BooleanColumn.Missing, settings)
{
    protected override bool TryParse(ReadOnlySpan<byte> trimmed, LoaderSettings settings, out sbyte value)
    {
        if (!settings.IsInferred)
            return ValueParser.TryToBoolean(trimmed, settings.Numbers, out value);
        var isBoolean = ValueParser.TryBoolean(trimmed, out var boolean);
        value = boolean ? (sbyte)1 : (sbyte)0;
        return isBoolean;
    }

    protected override Column Build(string name, ReadOnlyMemory<sbyte> values, FailureLog? failures) =>
        new BooleanColumn(name, SourceType.Boolean, values, failures);
}
