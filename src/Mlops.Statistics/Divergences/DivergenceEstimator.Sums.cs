namespace Mlops.Statistics.Divergences;

internal static partial class DivergenceEstimator
{
    private static double Sum<TDivergence>(TDivergence divergence, ReadOnlySpan<double> p, ReadOnlySpan<double> q)
        where TDivergence : struct, ISmoothDivergence
    {
        double sum = 0;
        for (var i = 0; i < p.Length; i++)
        {
            sum += divergence.Term(p[i], q[i]);
        }

        return sum;
    }

    private static double Bias<TDivergence>(TDivergence divergence, double[] p, double[] q, double n, double m)
        where TDivergence : struct, ISmoothDivergence
    {
        double bias = 0;
        for (var i = 0; i < p.Length; i++)
        {
            var (reference, current) = divergence.Bias(p[i], q[i]);
            bias += (reference / n) + (current / m);
        }

        return bias;
    }

    private static double Variance<TDivergence>(TDivergence divergence, double[] p, double[] q, double n, double m)
        where TDivergence : struct, ISmoothDivergence
    {
        double first = 0,
            second = 0,
            firstSquare = 0,
            secondSquare = 0;
        for (var i = 0; i < p.Length; i++)
        {
            var (reference, current) = divergence.Slope(p[i], q[i]);
            if (p[i] > 0)
            {
                first += p[i] * reference;
                firstSquare += p[i] * reference * reference;
            }

            if (q[i] > 0)
            {
                second += q[i] * current;
                secondSquare += q[i] * current * current;
            }
        }

        return (Math.Max(0, firstSquare - (first * first)) / n) + (Math.Max(0, secondSquare - (second * second)) / m);
    }

    /// <summary>The shares of the bins that have counts on either side, and a result that has no numbers yet.</summary>
    private static (DivergenceEstimateResult Result, double[] P, double[] Q) Prepare(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceIntervalMethod method,
        DivergenceEstimateOptions options
    )
    {
        BinCounts.CheckSameBins(
            referenceCounts.Length,
            currentCounts.Length,
            nameof(referenceCounts),
            nameof(currentCounts)
        );
        long n = BinCounts.Total(referenceCounts, nameof(referenceCounts)),
            m = BinCounts.Total(currentCounts, nameof(currentCounts));
        var bins = 0;
        for (var i = 0; i < referenceCounts.Length; i++)
        {
            bins += (referenceCounts[i] | currentCounts[i]) == 0 ? 0 : 1;
        }

        double[] p = new double[bins],
            q = new double[bins];
        for (int i = 0, bin = 0; i < referenceCounts.Length; i++)
        {
            if ((referenceCounts[i] | currentCounts[i]) != 0)
            {
                p[bin] = (double)referenceCounts[i] / n;
                q[bin++] = (double)currentCounts[i] / m;
            }
        }

        var result = new DivergenceEstimateResult
        {
            Status =
                n == 0 || m == 0 ? ResultStatus.Empty
                : bins < 2 ? ResultStatus.Undefined
                : ResultStatus.Ok,
            Value = double.NaN,
            BiasCorrected = double.NaN,
            ExpectedUnderNoChange = double.NaN,
            PValue = double.NaN,
            Interval = new ConfidenceInterval(double.NaN, double.NaN, options.ConfidenceLevel),
            BinCount = bins,
            ReferenceCount = n,
            CurrentCount = m,
            Method = method,
        };
        return (result, p, q);
    }
}
