using Mlops.Data.Parsing;

namespace Mlops.Data.Csv.Loading;

/// <summary>Loads booleans.</summary>
internal sealed class BooleanLoader(NumberParser numbers, bool isInferred)
    : ValueLoader<sbyte>(BooleanColumn.Missing, isInferred)
{
    protected override bool TryParse(ReadOnlySpan<byte> trimmed, bool isInferred, out sbyte value)
    {
        if (!isInferred)
            return ValueParser.TryToBoolean(trimmed, numbers, out value);
        var isBoolean = ValueParser.TryBoolean(trimmed, out var boolean);
        value = boolean ? (sbyte)1 : (sbyte)0;
        return isBoolean;
    }

    protected override Column Build(string name, sbyte[] values, FailureLog? failures) =>
        new BooleanColumn(name, SourceType.Boolean, values, failures);
}
