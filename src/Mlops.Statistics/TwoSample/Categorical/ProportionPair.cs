namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Two shares of successes as the score tests see them: x of n in the current data, y of m in the reference.</summary>
internal readonly struct ProportionPair
{
    public ProportionPair(double referenceSuccesses, double referenceTrials, double currentSuccesses, double currentTrials)
    {
        (X, N, Y, M) = (currentSuccesses, currentTrials, referenceSuccesses, referenceTrials);
    }

    public double X { get; }

    public double N { get; }

    public double Y { get; }

    public double M { get; }

    public double Current => X / N;

    public double Reference => Y / M;

    /// <summary>p_current - p_reference, from products that cancel once.</summary>
    public double Difference => ((X * M) - (Y * N)) / (N * M);

    /// <summary>The variance of the difference at the most likely shares whose difference is δ.</summary>
    /// <remarks>The likelihood's derivative is a cubic with one root inside; in its trigonometric form by Miettinen and Nurminen (1985), appendix 1.</remarks>
    public double DifferenceVariance(double delta)
    {
        double theta = M / N,
            p = Current,
            q = Reference,
            a = 1 + theta,
            b = -(1 + theta + p + (theta * q) + (delta * (theta + 2))),
            c = (delta * delta) + (delta * ((2 * p) + theta + 1)) + p + (theta * q),
            d = -p * delta * (1 + delta),
            third = b / (3 * a),
            v = (third * third * third) - (b * c / (6 * a * a)) + (d / (2 * a)),
            u = Math.CopySign(Math.Sqrt(Math.Max(0, (third * third) - (c / (3 * a)))), v),
            cosine = u == 0 ? 0 : Math.Clamp(v / (u * u * u), -1, 1),
            current = (2 * u * Math.Cos((Math.PI + Math.Acos(cosine)) / 3)) - third;
        current = Math.Clamp(current, Math.Max(0, delta), Math.Min(1, 1 + delta));
        var reference = Math.Clamp(current - delta, 0, 1);
        return (current * (1 - current) / N) + (reference * (1 - reference) / M);
    }

    /// <summary>The variance of p_current - φ p_reference at the most likely shares whose ratio is φ.</summary>
    public double RatioVariance(double ratio)
    {
        double b = (ratio * (N + Y)) + X + M,
            c = X + Y,
            root = Math.Sqrt(Math.Max(0, (b * b) - (4 * (N + M) * ratio * c))),
            reference = Math.Clamp(2 * c / (b + root), 0, Math.Min(1, 1 / ratio)),
            current = Math.Min(1, ratio * reference);
        return (current * (1 - current) / N) + (ratio * ratio * reference * (1 - reference) / M);
    }

    /// <summary>The most likely shares whose odds ratio is ψ.</summary>
    public (double Current, double Reference) OddsShares(double oddsRatio)
    {
        double a = M * (oddsRatio - 1),
            c = -(X + Y),
            b = (N * oddsRatio) + M + (c * (oddsRatio - 1)),
            root = Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c))),
            reference = Math.Clamp(b >= 0 ? -2 * c / (b + root) : (root - b) / (2 * a), 0, 1),
            current = Math.Clamp(oddsRatio * reference / (1 + (reference * (oddsRatio - 1))), 0, 1);
        return (current, reference);
    }
}
