using System.Numerics;

namespace Mlops.Statistics.Distributions;

/// <summary>The upper tail of Q = Σ λ_j χ²_j of independent chi-square variables of equal degrees of freedom: the limit of quadratic statistics.</summary>
/// <remarks>
/// P(Q &gt; x) = 1/(2πi) ∫ M(s) e^(-s x) / s ds along a path to the right of 0 that goes round the branch points 1/(2λ_j), with
/// M(s) = Π (1 - 2 λ_j s)^(-ν/2). The path is a parabola through the saddle point of the integrand, nearly of steepest descent, on which the
/// trapezoidal rule converges exponentially; so tails keep their relative accuracy, which Imhof's (1961) real integral loses. Rice (1980).
/// </remarks>
internal sealed class WeightedChiSquare
{
    private const double Tolerance = 1e-13;
    private const int MostHalvings = 12;

    private readonly double[] _weights;
    private readonly double[] _rest;
    private readonly double _pole;

    /// <param name="weights">λ_j, positive, at least one; the largest first.</param>
    /// <param name="rest">Σ λ_j, Σ λ_j², … of further, small weights, as many powers as matter.</param>
    internal WeightedChiSquare(double[] weights, double[] rest)
    {
        _weights = weights;
        _rest = rest;
        _pole = 1 / (2 * weights[0]);
    }

    /// <summary>The probability of a value above <paramref name="x"/>.</summary>
    /// <param name="x">The value; 0 or less gives 1.</param>
    /// <param name="degreesOfFreedom">ν, of each of the variables.</param>
    internal double Survival(double x, double degreesOfFreedom)
    {
        if (x <= 0)
        {
            return 1;
        }

        var saddle = Saddle(x, degreesOfFreedom);
        var peak = Exponent(saddle, x, degreesOfFreedom).Real;
        var bend = Bend(saddle, degreesOfFreedom);
        var step = 0.5 * Math.Min(saddle, _pole - saddle);
        double sum = 0.5 + Sum(step, step),
            previous = double.NaN;
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            if (Math.Abs((sum * step) - previous) <= Tolerance * Math.Abs(previous))
            {
                break;
            }

            previous = sum * step;
            sum += Sum(step / 2, step);
            step /= 2;
        }

        return Math.Clamp(Math.Exp(peak) * sum * step / Math.PI, 0, 1);

        // The integrand at first, first + spacing, …, relative to that at the saddle point.
        double Sum(double first, double spacing)
        {
            double total = 0;
            for (var y = first; ; y += spacing)
            {
                var s = new Complex(saddle + (bend * y * y), y);
                var value =
                    Complex.Exp(Exponent(s, x, degreesOfFreedom) - peak) * new Complex(1, -2 * bend * y);
                total += value.Real;
                if (Complex.Abs(value) < 1e-18)
                {
                    return total;
                }
            }
        }
    }

    /// <summary>ln M(s) - s x - ln s.</summary>
    private Complex Exponent(Complex s, double x, double degreesOfFreedom)
    {
        var sum = Complex.Zero;
        var twice = 2 * s;
        foreach (var weight in _weights)
        {
            sum += Complex.Log(1 - (weight * twice));
        }

        var power = Complex.One;
        for (var r = 1; r <= _rest.Length; r++)
        {
            power *= twice;
            sum -= power * (_rest[r - 1] / r);
        }

        return (-0.5 * degreesOfFreedom * sum) - (s * x) - Complex.Log(s);
    }

    /// <summary>Where the exponent is least between 0 and the first branch point: its derivative has one zero there.</summary>
    private double Saddle(double x, double degreesOfFreedom)
    {
        double low = 0,
            high = _pole;
        for (var i = 0; i < 80; i++)
        {
            var s = 0.5 * (low + high);
            double slope = 0,
                power = 1;
            foreach (var weight in _weights)
            {
                slope += weight / (1 - (2 * weight * s));
            }

            foreach (var sum in _rest)
            {
                slope += power * sum;
                power *= 2 * s;
            }

            if ((degreesOfFreedom * slope) - x - (1 / s) < 0)
            {
                low = s;
            }
            else
            {
                high = s;
            }
        }

        return 0.5 * (low + high);
    }

    /// <summary>How much the path of steepest descent bends at the saddle point, and enough for the integrand to fall fast.</summary>
    private double Bend(double saddle, double degreesOfFreedom)
    {
        double second = 1 / (saddle * saddle),
            third = -2 / (saddle * saddle * saddle);
        foreach (var weight in _weights)
        {
            var ratio = 2 * weight / (1 - (2 * weight * saddle));
            second += 0.5 * degreesOfFreedom * ratio * ratio;
            third += degreesOfFreedom * ratio * ratio * ratio;
        }

        return Math.Max(third / (6 * second), 0.2 / _pole);
    }
}
