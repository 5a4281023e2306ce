using System.Runtime.CompilerServices;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Cramér-von Mises statistic as a sum over groups of equal values.</summary>
/// <remarks>
/// <para>With h = i m - j n at the ends of groups, T = Σ l h² / (n m N²) over groups of l values where none are equal.</para>
/// <para>By midranks a group of a and b values, between h₀ and h₁, has the contribution n a (j + b/2)² + m b (i + a/2)² + n a (a² - 1)/12 +
/// m b (b² - 1)/12 to Anderson's U, from which two thirds of n² m² are taken away again. Taken away here before anything is summed (the path's own
/// share of it is a difference of a potential, and telescopes), there remains (a + b) ((h² + s²/12) / N + (a - b)(n a - m b)/12) with h the mean
/// of h₀ and h₁ and s = h₁ - h₀, and (n - m)²/12 once: nothing cancels, and no product outgrows a double.</para>
/// </remarks>
internal struct CramerVonMisesSum(long n, long m) : ITieGroupSum<CramerVonMisesSum>
{
    private readonly double _inverse = 1 / ((double)n + m);
    private double _midranks;
    private double _squares;
    private long _groups;

    internal readonly bool HasTies => _groups < (Int128)n + m;

    /// <summary>n m / N² Σ (F - G)².</summary>
    internal readonly double SquaredDifference => _squares * _inverse * _inverse / ((double)n * m);

    /// <summary>T by midranks.</summary>
    internal readonly double Statistic
    {
        get
        {
            if (!HasTies)
            {
                return SquaredDifference;
            }

            var difference = (double)n - m;
            return (_midranks - (difference * difference / 12)) * _inverse / ((double)n * m);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long first, long second, long firstEnd, long secondEnd) =>
        Add(firstEnd - first, secondEnd - second, (firstEnd * m) - (secondEnd * n));

    public void Merge(in CramerVonMisesSum other)
    {
        _midranks += other._midranks;
        _squares += other._squares;
        _groups += other._groups;
    }

    /// <summary>Adds a group of a and b values that ends at a height of i m - j n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(double a, double b, double height)
    {
        var size = a + b;
        var step = (a * m) - (b * n);
        var middle = height - (0.5 * step);
        _squares += size * height * height;
        _midranks +=
            size
            * (
                (((middle * middle) + (step * step * (1.0 / 12))) * _inverse)
                + ((a - b) * ((n * a) - (m * b)) * (1.0 / 12))
            );
        _groups++;
    }
}
