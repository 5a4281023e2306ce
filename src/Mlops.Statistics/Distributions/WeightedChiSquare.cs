using System.Numerics;

namespace Mlops.Statistics.Distributions;

/// <summary>The upper tail of Q = Σ λ_j χ²_j of independent chi-square variables of equal degrees of freedom: the limit of quadratic statistics.</summary>
/// <remarks>
/// P(Q &gt; x) = 1/(2πi) ∫ M(s) e^(-s x) / s ds along a path to the right of 0 that goes round the branch points 1/(2λ_j), with
/// M(s) = Π (1 - 2 λ_j s)^(-ν/2); to the left of 0 the path gives -P(Q ≤ x) instead, which is taken below the mean. The path is a parabola
/// through the saddle point of the integrand, nearly of steepest descent, on which the trapezoidal rule converges exponentially (Weideman and
/// Trefethen 2007, "Parabolic and hyperbolic contours for computing the Bromwich integral"); so tails keep their relative accuracy, which Imhof's
/// (1961) real integral loses.
/// </remarks>
internal sealed class WeightedChiSquare
{
    private const double Tolerance = 1e-13;
    private const double Negligible = 1e-18;
    private const double Farthest = 300;
    private const int MostHalvings = 6;
    private const int Bisections = 60;

    /// <summary>A lower tail below e to this is nothing beside 1.</summary>
    private const double LeastLogarithm = -40;

    /// <summary>So many factors are multiplied before a logarithm is taken.</summary>
    private const int FactorsOfALogarithm = 8;

    private readonly double[] _weights;
    private readonly double[] _rest;
    private readonly double _pole;
    private readonly double _mean;

    /// <param name="weights">λ_j, positive, at least one; the largest first.</param>
    /// <param name="rest">Σ λ_j, Σ λ_j², … of further, small weights, as many powers as matter.</param>
    internal WeightedChiSquare(double[] weights, double[] rest)
    {
        _weights = weights;
        _rest = rest;
        _pole = 1 / (2 * weights[0]);
        _mean = weights.Sum() + rest.FirstOrDefault();
    }

    /// <summary>The probability of a value above <paramref name="x"/>.</summary>
    /// <param name="x">The value; 0 or less gives 1.</param>
    /// <param name="degreesOfFreedom">ν, of each of the variables.</param>
    internal double Survival(double x, double degreesOfFreedom)
    {
        // Of a rest in one number only its mean is known: no value lies below it.
        var least = _rest.Length == 1 ? degreesOfFreedom * _rest[0] : 0;
        if (x <= least || double.IsPositiveInfinity(x))
        {
            return x <= least ? 1 : 0;
        }

        if (x >= degreesOfFreedom * _mean)
        {
            return Integral(UpperSaddle(x, degreesOfFreedom), x, degreesOfFreedom);
        }

        // Chernoff's bound first: it also holds where the path would leave the disc in which the powers of the rest converge.
        var saddle = LowerSaddle(x, degreesOfFreedom);
        var bound = Exponent(saddle, x, degreesOfFreedom).Real + Math.Log(-saddle);
        return bound < LeastLogarithm ? 1 : 1 - Integral(saddle, x, degreesOfFreedom);
    }

    /// <summary>The tail on the side of the saddle point: above x for a positive one, at or below x for a negative one.</summary>
    private double Integral(double saddle, double x, double degreesOfFreedom)
    {
        var peak = Exponent(saddle, x, degreesOfFreedom).Real;
        var bend = Bend(saddle, degreesOfFreedom);

        // y = scale sinh t: fine steps near the singularities, and few of them however far the integrand reaches.
        var scale = Math.Min(Math.Abs(saddle), _pole - saddle);
        if (!(scale > 0))
        {
            return 0;
        }

        var step = 0.5;
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

        return Math.Clamp(Math.Exp(peak) * scale * sum * step / Math.PI, 0, 1);

        // The integrand at first, first + spacing, …, relative to that at the saddle point.
        double Sum(double first, double spacing)
        {
            double total = 0;
            for (var t = first; t < Farthest; t += spacing)
            {
                var y = scale * Math.Sinh(t);
                var s = new Complex(saddle + (bend * y * y), y);
                var value =
                    Complex.Exp(Exponent(s, x, degreesOfFreedom, isLower: saddle < 0) - peak)
                    * new Complex(1, -2 * bend * y)
                    * Math.Cosh(t);
                var size = Complex.Abs(value);
                if (!(size >= Negligible) || !double.IsFinite(size))
                {
                    break;
                }

                total += value.Real;
            }

            return total;
        }
    }

    private Complex Exponent(double saddle, double x, double degreesOfFreedom) =>
        Exponent(new Complex(saddle, 0), x, degreesOfFreedom, isLower: saddle < 0);

    /// <summary>ln M(s) - s x - ln s, or - ln(-s) on the way that begins left of 0.</summary>
    private Complex Exponent(Complex s, double x, double degreesOfFreedom, bool isLower)
    {
        var sum = LogFactors(s);
        Complex twice = 2 * s,
            power = Complex.One;
        for (var r = 1; r <= _rest.Length; r++)
        {
            power *= twice;
            sum -= power * (_rest[r - 1] / r);
        }

        return (-0.5 * degreesOfFreedom * sum) - (s * x) - Complex.Log(isLower ? -s : s);
    }

    /// <summary>Σ ln(1 - 2 λ_j s) of the weights, for s with an imaginary part of 0 or more, so that no factor turns the other way.</summary>
    private Complex LogFactors(Complex s)
    {
        double real = 2 * s.Real,
            imaginary = 2 * s.Imaginary;
        var sum = Complex.Zero;
        for (var begin = 0; begin < _weights.Length; begin += FactorsOfALogarithm)
        {
            double u = 1,
                v = 0;
            var turns = 0;
            foreach (var weight in _weights.AsSpan(begin, Math.Min(FactorsOfALogarithm, _weights.Length - begin)))
            {
                double a = 1 - (weight * real),
                    b = -weight * imaginary,
                    next = (u * b) + (v * a);

                // Each factor turns clockwise by less than half a circle: from below the axis to above it is past the logarithm's cut.
                u = (u * a) - (v * b);
                turns += v < 0 && next >= 0 && b < 0 ? 1 : 0;
                v = next;
            }

            sum += Complex.Log(new Complex(u, v)) - new Complex(0, 2 * Math.PI * turns);
        }

        return sum;
    }

    /// <summary>Where the exponent is least between 0 and the first branch point: its derivative has one zero there.</summary>
    private double UpperSaddle(double x, double degreesOfFreedom)
    {
        double low = 0,
            high = _pole;
        for (var i = 0; i < Bisections; i++)
        {
            var s = 0.5 * (low + high);
            if (Slope(s, x, degreesOfFreedom) < 0)
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

    /// <summary>The same left of 0, or the farthest point there for which the powers of the rest converge fast.</summary>
    private double LowerSaddle(double x, double degreesOfFreedom)
    {
        var farthest = _rest.Length > 1 ? 0.25 / _weights[^1] : double.MaxValue;
        double near = 1 / x,
            far = near;
        while (far < farthest && Slope(-far, x, degreesOfFreedom) > 0)
        {
            near = far;
            far = Math.Min(2 * far, farthest);
        }

        for (var i = 0; i < Bisections; i++)
        {
            var t = 0.5 * (near + far);
            if (Slope(-t, x, degreesOfFreedom) > 0)
            {
                near = t;
            }
            else
            {
                far = t;
            }
        }

        return -Math.Min(0.5 * (near + far), farthest);
    }

    /// <summary>The derivative of the exponent at a real point.</summary>
    private double Slope(double s, double x, double degreesOfFreedom)
    {
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

        return (degreesOfFreedom * slope) - x - (1 / s);
    }

    /// <summary>How much the path of steepest descent bends at the saddle point; right of 0 enough for the integrand to fall fast.</summary>
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

        var bend = third / (6 * second);
        return saddle < 0 ? bend : Math.Max(bend, 0.2 / _pole);
    }
}
