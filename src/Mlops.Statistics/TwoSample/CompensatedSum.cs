namespace Mlops.Statistics.TwoSample;

/// <summary>A sum that carries along what its additions round away.</summary>
/// <remarks>Knuth's exact error of a sum, added up beside it: Neumaier (1974), without the branch.</remarks>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    internal readonly double Value
    {
        get
        {
            var value = _sum + _lost;

            // Beyond the range of a double, the error is no number.
            return double.IsNaN(value) ? _sum : value;
        }
    }

    internal void Add(double term)
    {
        var sum = _sum + term;
        var shadow = sum - _sum;
        _lost += (_sum - (sum - shadow)) + (term - shadow);
        _sum = sum;
    }

    internal void Add(in CompensatedSum other)
    {
        Add(other._sum);
        _lost += other._lost;
    }
}
