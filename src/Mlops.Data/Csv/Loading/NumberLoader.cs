using Mlops.Data.Parsing;

namespace Mlops.Data.Csv.Loading;

/// <summary>Loads numbers.</summary>
internal sealed class NumberLoader(NumberParser numbers, bool isInferred) : ValueLoader<double>(double.NaN, isInferred)
{
    private bool _hasIntegers;
    private bool _hasOthers;

    protected override bool TryParse(ReadOnlySpan<byte> trimmed, bool isInferred, out double value)
    {
        NumberSpelling spelling;
        if (isInferred)
        {
            if (!numbers.TryParse(trimmed, out value, out spelling) || spelling.HasFlag(NumberSpelling.LeadingZero))
                return false;
        }
        else if (!ValueParser.TryToNumber(trimmed, numbers, out value, out spelling))
        {
            return false;
        }

        if (spelling.HasFlag(NumberSpelling.Integer))
            _hasIntegers = true;
        else if (!double.IsNaN(value))
            _hasOthers = true;
        return true;
    }

    protected override Column Build(string name, double[] values, FailureLog? failures) =>
        new NumericColumn(name, SourceTypes.OfNumbers(SourceType.Text, _hasIntegers && !_hasOthers), values, failures);
}
