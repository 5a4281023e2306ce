using System.Numerics.Tensors;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Distribution;

public static partial class KolmogorovSmirnov
{
    /// <summary>Tests two samples whose values have importance weights, in any order.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="referenceWeights">As many weights, finite and not negative, with a positive sum unless there are no values. Only their ratios matter.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="currentWeights">As many weights, as above.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults. The method must be Auto or Asymptotic.</param>
    /// <param name="context">When to stop; <see langword="null"/> for never.</param>
    /// <returns>The test; empty samples have a status. A value of weight 0 counts for nothing.</returns>
    /// <remarks>
    /// The distribution functions are F(x) = Σ_{x_i ≤ x} w_i / Σ w_i, and the asymptotic p-value takes Kish's effective numbers (Σ w)² / Σ w² for
    /// n and m: those of as many rows of equal weight whose shares vary as much. It is an approximation, poor for few or very unequal weights, and
    /// takes the weights as known before the values are. Equal weights give the asymptotic test without weights. Weights that count copies (frequencies) are
    /// <see cref="CountedValues"/>. O(n log n + m log m).
    /// </remarks>
    /// <exception cref="ArgumentException">A value is NaN, a weight is NaN, negative or infinite, weights sum to 0, lengths differ, or the method is another one.</exception>
    public static KolmogorovSmirnovResult TestWeighted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> referenceWeights,
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> currentWeights,
        KolmogorovSmirnovOptions? options = null,
        ComputeContext? context = null
    )
    {
        options ??= KolmogorovSmirnovOptions.Default;
        if (options.Method is not (KolmogorovSmirnovMethod.Auto or KolmogorovSmirnovMethod.Asymptotic))
        {
            throw new ArgumentException(
                $"'{nameof(options)}' asks for the method {options.Method}; weighted values have an asymptotic p-value alone.",
                nameof(options)
            );
        }

        var first = new WeightedPoints(reference, referenceWeights, nameof(reference), nameof(referenceWeights));
        var second = new WeightedPoints(current, currentWeights, nameof(current), nameof(currentWeights));
        context?.CancellationToken.ThrowIfCancellationRequested();
        var isEmpty = first.Count == 0 || second.Count == 0;
        var (difference, location) = isEmpty
            ? (double.NaN, double.NaN)
            : LargestDifference(first, second, options.Alternative);
        double n = KishCount(first.Weights),
            m = KishCount(second.Weights);
        var pValue = isEmpty
            ? double.NaN
            : KolmogorovSmirnovPValue.Asymptotic(
                n,
                m,
                Math.Abs(difference),
                options.Alternative == TwoSampleAlternative.TwoSided
            );
        return new KolmogorovSmirnovResult
        {
            Status =
                isEmpty ? ResultStatus.Empty
                : double.IsNaN(pValue) ? ResultStatus.TooFewRows
                : ResultStatus.Ok,
            Statistic = Math.Abs(difference),
            Location = location,
            Difference = difference,
            PValue = pValue,
            ReferenceCount = first.Count,
            CurrentCount = second.Count,
            EffectiveReferenceCount = n,
            EffectiveCurrentCount = m,
            Method = KolmogorovSmirnovMethod.Asymptotic,
            Options = options,
        };
    }

    private static (double Difference, double Location) LargestDifference(
        WeightedPoints first,
        WeightedPoints second,
        TwoSampleAlternative alternative
    )
    {
        double firstTotal = TensorPrimitives.Sum<double>(first.Weights),
            secondTotal = TensorPrimitives.Sum<double>(second.Weights),
            largest = 0,
            location = double.NaN;
        CompensatedSum firstShare = default,
            secondShare = default;

        // Where one sample ends its function is 1, and from there on the difference only falls.
        for (int x = 0, y = 0; x < first.Count && y < second.Count; )
        {
            var value = Math.Min(first.Values[x], second.Values[y]);
            for (; x < first.Count && first.Values[x] <= value; x++)
            {
                firstShare.Add(first.Weights[x] / firstTotal);
            }

            for (; y < second.Count && second.Values[y] <= value; y++)
            {
                secondShare.Add(second.Weights[y] / secondTotal);
            }

            var difference = (x == first.Count ? 1 : firstShare.Value) - (y == second.Count ? 1 : secondShare.Value);
            var counted = alternative switch
            {
                TwoSampleAlternative.CurrentGreater => difference,
                TwoSampleAlternative.CurrentLess => -difference,
                _ => Math.Abs(difference),
            };
            if (counted > Math.Abs(largest))
            {
                (largest, location) = (difference, value);
            }
        }

        return (largest, location);
    }

    /// <summary>(Σ w)² / Σ w².</summary>
    private static double KishCount(double[] weights)
    {
        if (weights.Length == 0)
        {
            return 0;
        }

        // Of weights whose largest is 1, so that no square overflows.
        var largest = TensorPrimitives.Max<double>(weights);
        CompensatedSum sum = default,
            squares = default;
        foreach (var weight in weights)
        {
            var share = weight / largest;
            sum.Add(share);
            squares.Add(share * share);
        }

        return sum.Value * sum.Value / squares.Value;
    }
}
