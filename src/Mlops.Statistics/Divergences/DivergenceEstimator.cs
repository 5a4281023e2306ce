using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.Divergences;

/// <summary>Value, bias, p-value and interval of a divergence of counts.</summary>
internal static class DivergenceEstimator
{
    internal static DivergenceEstimateResult Smooth<TDivergence>(
        TDivergence divergence,
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceEstimateOptions? options,
        ComputeContext? context
    )
        where TDivergence : struct, ISmoothDivergence
    {
        options ??= DivergenceEstimateOptions.Default;
        var method =
            options.Method == DivergenceIntervalMethod.Auto
                ? DivergenceIntervalMethod.NoncentralChiSquare
                : options.Method;
        var (result, p, q) = Prepare(referenceCounts, currentCounts, method, options);
        if (result.Status != ResultStatus.Ok)
        {
            return result;
        }

        double n = result.ReferenceCount,
            m = result.CurrentCount,
            unit = divergence.ChiSquareFactor * (n / (n + m) * m),
            sum = Sum(divergence, p, q);
        if (double.IsPositiveInfinity(sum))
        {
            return result with { Status = ResultStatus.Infinite, Value = divergence.Report(sum) };
        }

        double df = result.BinCount - 1,
            tail = (1 - options.ConfidenceLevel) / 2;
        result = result with
        {
            Value = divergence.Report(sum),
            BiasCorrected = divergence.Report(Math.Max(0, sum - Bias(divergence, p, q, n, m))),
            ExpectedUnderNoChange = divergence.Report(df / unit),
            PValue = ChiSquare.Survival(unit * sum, df),
        };
        switch (method)
        {
            case DivergenceIntervalMethod.Replicates:
                double Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => divergence.Report(Sum(divergence, a, b));
                return result with { Interval = Basic(result, Drawn(result, p, q, Of, options, context), options, divergence.Report(double.PositiveInfinity)) };
            case DivergenceIntervalMethod.Delta:
                var half = -Normal.Quantile(tail) * Math.Sqrt(Variance(divergence, p, q, n, m));
                return result with { Interval = Interval(Math.Max(0, sum - half), sum + half) };
            default:
                return result with
                {
                    Interval = Interval(
                        NoncentralChiSquare.Noncentrality(unit * sum, df, 1 - tail) / unit,
                        NoncentralChiSquare.Noncentrality(unit * sum, df, tail) / unit
                    ),
                };
        }

        ConfidenceInterval Interval(double lower, double upper) =>
            new(divergence.Report(lower), divergence.Report(upper), options.ConfidenceLevel);
    }

    internal static DivergenceEstimateResult Replicated(
        ShareMeasure measure,
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceEstimateOptions? options,
        ComputeContext? context
    )
    {
        options ??= DivergenceEstimateOptions.Default;
        if (options.Method is DivergenceIntervalMethod.NoncentralChiSquare or DivergenceIntervalMethod.Delta)
        {
            throw new ArgumentException(
                $"The method {options.Method} is for smooth divergences; total variation and Chebyshev have {nameof(DivergenceIntervalMethod.Replicates)}.",
                nameof(options)
            );
        }

        var (result, p, q) = Prepare(referenceCounts, currentCounts, DivergenceIntervalMethod.Replicates, options);
        if (result.Status != ResultStatus.Ok)
        {
            return result;
        }

        long n = result.ReferenceCount,
            m = result.CurrentCount;
        var pooled = new double[p.Length];
        for (var i = 0; i < pooled.Length; i++)
        {
            pooled[i] = ((n * p[i]) + (m * q[i])) / ((double)n + m);
        }

        // The null's replicates take the streams after those of the interval.
        var value = measure(p, q);
        var draws = options.Replicates;
        var unchanged = MultinomialReplicates.Draw(
            pooled,
            n,
            pooled,
            m,
            measure,
            draws,
            (ulong)draws.Replicates,
            context ?? ComputeContext.Default
        );
        var extreme = unchanged.Count(replicate => LabelPermutation.IsExtreme(replicate, value));
        result = result with
        {
            Value = value,
            ExpectedUnderNoChange = unchanged.Average(),
            PValue = (1.0 + extreme) / (1.0 + unchanged.Length),
        };
        var replicates = Drawn(result, p, q, measure, options, context);
        return result with
        {
            BiasCorrected = Math.Clamp((2 * value) - replicates.Average(), 0, 1),
            Interval = Basic(result, replicates, options, 1),
        };
    }

    private static double[] Drawn(
        DivergenceEstimateResult result,
        double[] p,
        double[] q,
        ShareMeasure measure,
        DivergenceEstimateOptions options,
        ComputeContext? context
    ) =>
        MultinomialReplicates.Draw(
            p,
            result.ReferenceCount,
            q,
            result.CurrentCount,
            measure,
            options.Replicates,
            0,
            context ?? ComputeContext.Default
        );

    private static ConfidenceInterval Basic(
        DivergenceEstimateResult result,
        double[] replicates,
        DivergenceEstimateOptions options,
        double most
    )
    {
        var tail = (1 - options.ConfidenceLevel) / 2;
        double twice = 2 * result.Value,
            lower = twice - Quantile(replicates, 1 - tail),
            upper = twice - Quantile(replicates, tail);
        lower = result.PValue > tail ? 0 : Math.Clamp(lower, 0, result.Value);
        return new ConfidenceInterval(lower, Math.Clamp(upper, lower, most), options.ConfidenceLevel);
    }

    private static double Quantile(double[] sorted, double probability) =>
        sorted[Math.Clamp((int)Math.Ceiling(probability * sorted.Length) - 1, 0, sorted.Length - 1)];

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
