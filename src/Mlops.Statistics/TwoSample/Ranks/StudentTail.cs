using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>Student's t as rank tests need it: a tail, and the value that leaves so much in both.</summary>
internal static class StudentTail
{
    /// <summary>P(T &gt; t).</summary>
    internal static double Survival(double t, double degreesOfFreedom)
    {
        var square = t * t;
        var tail = double.IsPositiveInfinity(square)
            ? 0
            : 0.5
                * IncompleteBeta
                    .Tails(
                        degreesOfFreedom / (degreesOfFreedom + square),
                        square / (degreesOfFreedom + square),
                        degreesOfFreedom / 2,
                        0.5
                    )
                    .Lower;
        return t >= 0 ? tail : 1 - tail;
    }

    /// <summary>The t with P(|T| &gt; t) = <paramref name="probability"/>, which lies in (0,1).</summary>
    internal static double TwoSidedQuantile(double probability, double degreesOfFreedom)
    {
        var half = degreesOfFreedom / 2;
        if (probability <= 0.5)
        {
            var (x, y) = IncompleteBeta.LowerQuantile(probability, half, 0.5);
            return Math.Sqrt(degreesOfFreedom * y / x);
        }

        var (complement, rest) = IncompleteBeta.LowerQuantile(1 - probability, 0.5, half);
        return Math.Sqrt(degreesOfFreedom * complement / rest);
    }
}
