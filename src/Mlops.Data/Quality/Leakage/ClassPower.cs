using Mlops.Statistics.EffectSizes;

namespace Mlops.Data.Quality.Leakage;

/// <summary>How well a feature tells classes: 2 AUC - 1 of the class that it tells best.</summary>
internal static class ClassPower
{
    private const int LeastOfAClass = 10;

    public static FeaturePower Of(
        FeaturePower result,
        PowerSample sample,
        int[] codes,
        IReadOnlyList<string> classes,
        double level
    )
    {
        var counts = new int[classes.Count];
        foreach (var code in codes)
        {
            counts[code]++;
        }

        // Of two classes one against the other says it all: the rarer is named.
        var judged = Enumerable
            .Range(0, classes.Count)
            .Where(code => counts[code] >= LeastOfAClass && codes.Length - counts[code] >= LeastOfAClass)
            .ToList();
        if (classes.Count == 2 && judged.Count == 2)
        {
            judged = [counts[0] < counts[1] ? 0 : 1];
        }

        if (judged.Count == 0)
        {
            return result with { Status = ResultStatus.TooFewRows };
        }

        var forms = sample.Values.Length > 0 ? 2 : 1;
        var each = 1 - ((1 - level) / (judged.Count * forms));
        var (power, lower, upper) = (-1.0, 0.0, 0.0);
        foreach (var code in judged)
        {
            var isClass = Array.ConvertAll(codes, other => other == code ? 1.0 : 0.0);
            Take(Separation(sample.OutOfFoldMeans(isClass), isClass, each, isSigned: true), PowerForm.Groups);
            if (forms == 2)
            {
                Take(Separation(sample.Values, isClass, each, isSigned: false), PowerForm.Order);
            }

            void Take((double Value, double Lower, double Upper) found, PowerForm form)
            {
                lower = Math.Max(lower, found.Lower);
                upper = Math.Max(upper, found.Upper);
                if (found.Value > power)
                {
                    power = found.Value;
                    result = result with { Form = form, Class = classes[code] };
                }
            }
        }

        return result with
        {
            Power = power,
            Interval = new ConfidenceInterval(lower, upper, level),
        };
    }

    private static (double Value, double Lower, double Upper) Separation(
        double[] scores,
        double[] isClass,
        double level,
        bool isSigned
    )
    {
        var inside = scores.Where((_, i) => isClass[i] == 1).ToArray();
        var outside = scores.Where((_, i) => isClass[i] == 0).ToArray();
        var area = ProbabilityOfSuperiority.Measure(outside, inside, level);
        double value = (2 * area.Value) - 1,
            lower = (2 * area.Interval.Lower) - 1,
            upper = (2 * area.Interval.Upper) - 1;
        if (isSigned)
        {
            // Scores of other folds that point the wrong way tell nothing.
            return (Math.Max(0, value), Math.Max(0, lower), Math.Max(0, upper));
        }

        return value >= 0
            ? (value, Math.Max(0, lower), Math.Max(upper, -lower))
            : (-value, Math.Max(0, -upper), Math.Max(upper, -lower));
    }
}
