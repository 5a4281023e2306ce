using System.Globalization;
using Mlops.Statistics.Quantiles;

namespace Mlops.Data.Quality.LabelNoise;

/// <summary>Tells which numbers lie far from those of the nearest rows.</summary>
internal static class NumberNoise
{
    private const double Farthest = 3.5;
    private const double DeviationsPerMad = 1.4826;

    public static LabelNoiseResult Of(
        LabelNoiseResult result,
        double[] numbers,
        int[] rows,
        int[] neighbours,
        LabelNoiseOptions options
    )
    {
        var k = options.Neighbours;
        var medians = new double[numbers.Length];
        var residuals = new double[numbers.Length];
        var near = new double[k];
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var j = 0; j < k; j++)
            {
                near[j] = numbers[neighbours[(i * k) + j]];
            }

            Array.Sort(near);
            medians[i] = InterpolatedQuantile.OfSorted(near, 0.5);
            // Equal infinities agree.
            residuals[i] = numbers[i] == medians[i] ? 0 : numbers[i] - medians[i];
        }

        var scale =
            DeviationsPerMad
            * InterpolatedQuantile.Of(
                Array.ConvertAll(
                    residuals,
                    residual => double.IsNaN(residual) ? double.PositiveInfinity : Math.Abs(residual)
                ),
                0.5
            );
        if (scale == 0 || !double.IsFinite(scale))
        {
            return result with { Status = scale == 0 ? ResultStatus.Undefined : ResultStatus.Infinite };
        }

        var far = Enumerable
            .Range(0, numbers.Length)
            .Where(i => !(Math.Abs(residuals[i]) <= Farthest * scale))
            .Select(i => new NoiseCandidate(
                rows[i],
                numbers[i].ToString("R", CultureInfo.InvariantCulture),
                medians[i].ToString("R", CultureInfo.InvariantCulture),
                Math.Abs(residuals[i]) / scale
            ))
            .ToList();
        return result with
        {
            Noise = ShareOfRows.Of(far.Count, numbers.Length, options.ConfidenceLevel),
            Candidates =
            [
                .. far.OrderByDescending(candidate => candidate.Score)
                    .ThenBy(candidate => candidate.Row)
                    .Take(options.MaximumCandidates),
            ],
        };
    }
}
