using Mlops.Statistics.Distributions;

namespace Mlops.Data.Quality.Leakage;

/// <summary>How well a feature tells a number: the share of the variance of its ranks.</summary>
internal static class NumberPower
{
    public static FeaturePower Of(FeaturePower result, PowerSample sample, double[] numbers, double level)
    {
        var ranks = Ranks(numbers);
        if (Array.TrueForAll(ranks, rank => rank == ranks[0]))
        {
            return result with { Status = ResultStatus.Undefined };
        }

        var forms = sample.Values.Length > 0 ? 2 : 1;
        var z = -Normal.Quantile((1 - level) / 2 / forms);
        var groups = Explained(ranks, sample.OutOfFoldMeans(ranks), z);
        var order = forms == 2 ? Spearman(Ranks(sample.Values), ranks, z) : (Value: 0, Lower: 0, Upper: 0);
        return result with
        {
            Power = Math.Max(groups.Value, order.Value),
            Interval = new ConfidenceInterval(
                Math.Max(groups.Lower, order.Lower),
                Math.Max(groups.Upper, order.Upper),
                level
            ),
            Form = order.Value > groups.Value ? PowerForm.Order : PowerForm.Groups,
        };
    }

    /// <summary>Ranks from 1, equal values sharing the middle one.</summary>
    public static double[] Ranks(double[] values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (var start = 0; start < order.Length; )
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + end + 1) / 2.0;
            }

            start = end;
        }

        return ranks;
    }

    // 1 - Σ e² / Σ v with v the squared distance from the mean; each row's influence on it is ((1 - R²) v - e²) / mean v.
    private static (double Value, double Lower, double Upper) Explained(double[] ranks, double[] predicted, double z)
    {
        double mean = (ranks.Length + 1) / 2.0,
            variance = 0,
            errors = 0,
            squares = 0;
        for (var i = 0; i < ranks.Length; i++)
        {
            variance += (ranks[i] - mean) * (ranks[i] - mean);
            errors += (ranks[i] - predicted[i]) * (ranks[i] - predicted[i]);
        }

        var left = errors / variance;
        for (var i = 0; i < ranks.Length; i++)
        {
            var (v, e) = (ranks[i] - mean, ranks[i] - predicted[i]);
            var influence = ((left * v * v) - (e * e)) / variance * ranks.Length;
            squares += influence * influence;
        }

        var half = z * Math.Sqrt(squares) / ranks.Length;
        return (Math.Max(0, 1 - left), Math.Clamp(1 - left - half, 0, 1), Math.Clamp(1 - left + half, 0, 1));
    }

    private static (double Value, double Lower, double Upper) Spearman(double[] first, double[] second, double z)
    {
        double mean = (first.Length + 1) / 2.0,
            products = 0,
            firsts = 0,
            seconds = 0;
        for (var i = 0; i < first.Length; i++)
        {
            products += (first[i] - mean) * (second[i] - mean);
            firsts += (first[i] - mean) * (first[i] - mean);
            seconds += (second[i] - mean) * (second[i] - mean);
        }

        if (firsts == 0)
        {
            return (0, 0, 0);
        }

        var rho = Math.Min(1, Math.Abs(products) / Math.Sqrt(firsts * seconds));
        if (rho == 1)
        {
            return (1, 1, 1);
        }

        var half = z * Math.Sqrt((1 + (rho * rho / 2)) / (first.Length - 3));
        var (low, high) = (Math.Tanh(Math.Max(0, Math.Atanh(rho) - half)), Math.Tanh(Math.Atanh(rho) + half));
        return (rho * rho, low * low, high * high);
    }
}
