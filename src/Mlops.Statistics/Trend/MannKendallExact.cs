namespace Mlops.Statistics.Trend;

/// <summary>The exact distribution of the number of falling pairs over all orders of given values.</summary>
internal static class MannKendallExact
{
    /// <summary>34! is the largest factorial that 128 bits hold.</summary>
    public const int LargestCount = 34;

    public static double PValue(int n, IReadOnlyList<int> ties, long falling, long pairs, TrendAlternative alternative)
    {
        var orders = Orders(n, ties, (int)pairs);
        double all = Sum(orders, 0, (int)pairs),
            // As few falls, or as many: the distribution is symmetric, so that each tail is a sum of its own.
            rising = Sum(orders, 0, (int)falling) / all,
            decreasing = Sum(orders, (int)falling, (int)pairs) / all;
        return alternative switch
        {
            TrendAlternative.Increasing => rising,
            TrendAlternative.Decreasing => decreasing,
            _ => Math.Min(1, 2 * Math.Min(rising, decreasing)),
        };
    }

    private static double Sum(UInt128[] orders, int first, int last)
    {
        UInt128 sum = 0;
        for (var i = first; i <= last; i++)
        {
            sum += orders[i];
        }

        return (double)sum;
    }

    // [n]! / Π [t]! with [k] = 1 + q + … + q^(k-1). Intermediate terms may wrap around: the quotient's do not, so they come out right.
    private static UInt128[] Orders(int n, IReadOnlyList<int> ties, int pairs)
    {
        var terms = new UInt128[pairs + 1];
        terms[0] = 1;
        for (var k = 2; k <= n; k++)
        {
            Multiply(terms, k);
        }

        foreach (var tie in ties)
        {
            for (var k = 2; k <= tie; k++)
            {
                Divide(terms, k);
            }
        }

        return terms;
    }

    private static void Multiply(UInt128[] terms, int k)
    {
        unchecked
        {
            for (var i = terms.Length - 1; i >= k; i--)
            {
                terms[i] -= terms[i - k];
            }

            for (var i = 1; i < terms.Length; i++)
            {
                terms[i] += terms[i - 1];
            }
        }
    }

    private static void Divide(UInt128[] terms, int k)
    {
        unchecked
        {
            for (var i = terms.Length - 1; i >= 1; i--)
            {
                terms[i] -= terms[i - 1];
            }

            for (var i = k; i < terms.Length; i++)
            {
                terms[i] += terms[i - k];
            }
        }
    }
}
