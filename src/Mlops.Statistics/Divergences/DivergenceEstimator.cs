using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.Divergences;

/// <summary>Value, bias, p-value and interval of a divergence of counts.</summary>
internal static partial class DivergenceEstimator
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
                return result with
                {
                    Interval = Basic(
                        result,
                        Drawn(result, p, q, Of, options, context),
                        options,
                        divergence.Report(double.PositiveInfinity)
                    ),
                };
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
        double upper = Quantile(replicates, 1 - tail),
            lower = (2 * result.Value) - upper;
        lower = result.PValue > tail ? 0 : Math.Clamp(lower, 0, result.Value);
        return new ConfidenceInterval(lower, Math.Clamp(upper, lower, most), options.ConfidenceLevel);
    }

    private static double Quantile(double[] sorted, double probability) =>
        sorted[Math.Clamp((int)Math.Ceiling(probability * sorted.Length) - 1, 0, sorted.Length - 1)];
}
