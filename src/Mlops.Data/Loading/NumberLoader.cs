using Mlops.Data.Parsing;

namespace Mlops.Data.Loading;

/// <summary>Loads numbers.</summary>
internal sealed class NumberLoader(LoaderSettings settings)
    : ValueLoader<double>(ColumnKind.Number, double.NaN, settings)
{
    private bool _hasIntegers;
    private bool _hasOthers;

    protected override bool TryParse(ReadOnlySpan<byte> trimmed, LoaderSettings settings, out double value)
    {
        NumberSpelling spelling;
        if (settings.IsInferred)
        {
            if (
                !settings.Numbers.TryParse(trimmed, out value, out spelling)
                || spelling.HasFlag(NumberSpelling.LeadingZero)
            )
                return false;
        }
        else if (!ValueParser.TryToNumber(trimmed, settings.Numbers, out value, out spelling))
        {
            return false;
        }

        if (spelling.HasFlag(NumberSpelling.Integer))
            _hasIntegers = true;
        else if (!double.IsNaN(value))
            _hasOthers = true;
        return true;
    }

    protected override Column Build(string name, ReadOnlyMemory<double> values, FailureLog? failures) =>
        new NumericColumn(name, SourceTypes.OfNumbers(SourceType.Text, _hasIntegers && !_hasOthers), values, failures);
}
