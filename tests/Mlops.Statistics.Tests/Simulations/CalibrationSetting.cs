using Mlops.Statistics.Divergences;
using Mlops.Statistics.Equivalence;

namespace Mlops.Statistics.Tests.Simulations;

/// <summary>Two true distributions exactly as far apart as the bound, and how many rows are seen of each.</summary>
internal sealed record CalibrationSetting(
    string Shape,
    double[] ReferenceShares,
    double[] CurrentShares,
    int ReferenceRows,
    int CurrentRows
)
{
    /// <summary>The bound that all settings lie at.</summary>
    public const double Bound = EquivalenceOptions.DefaultBound;

    /// <summary>The fewest rows expected in a bin on the smaller side, given the pooled share.</summary>
    public double SmallestExpected
    {
        get
        {
            double n = ReferenceRows,
                m = CurrentRows;
            return ReferenceShares.Zip(CurrentShares, (p, q) => Math.Min(n, m) * ((n * p) + (m * q)) / (n + m)).Min();
        }
    }

    /// <summary>Shares tilted along a direction until they are the bound away from the reference's.</summary>
    public static CalibrationSetting Tilted(
        string shape,
        double[] reference,
        Func<int, double> direction,
        int referenceRows,
        int currentRows
    )
    {
        double low = 0,
            high = 1;
        while (JensenShannon.Distance(reference, At(high)) < Bound)
        {
            high *= 2;
        }

        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = JensenShannon.Distance(reference, At(middle)) < Bound ? (middle, high) : (low, middle);
        }

        return new(shape, reference, At(high), referenceRows, currentRows);

        double[] At(double amount)
        {
            var weights = reference.Select((share, k) => share * Math.Exp(amount * direction(k))).ToArray();
            var sum = weights.Sum();
            return [.. weights.Select(weight => weight / sum)];
        }
    }

    /// <summary>Two bins, whose second has a share in the reference and a larger one, the bound away, in the current data (or the other way round).</summary>
    public static CalibrationSetting Event(double share, int referenceRows, int currentRows, bool rises = true)
    {
        double low = share,
            high = 1;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) =
                JensenShannon.Distance([1 - share, share], [1 - middle, middle]) < Bound
                    ? (middle, high)
                    : (low, middle);
        }

        double[] less = [1 - share, share],
            more = [1 - high, high];
        return rises
            ? new(FormattableString.Invariant($"{share:P1} to {high:P1}"), less, more, referenceRows, currentRows)
            : new(FormattableString.Invariant($"{high:P1} to {share:P1}"), more, less, referenceRows, currentRows);
    }
}
