namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Two samples as counts in common cells of equal pooled mass, or of one value each where there are few values.</summary>
internal readonly struct EqualMassCells
{
    private EqualMassCells(double[] widths, long[] reference, long[] current)
    {
        Widths = widths;
        Reference = reference;
        Current = current;
    }

    /// <summary>Counts in the cells.</summary>
    internal long[] Reference { get; }

    /// <inheritdoc cref="Reference"/>
    internal long[] Current { get; }

    /// <summary>What the difference of the distribution functions at the end of a cell stands for: half of each cell beside it and the gap between them.</summary>
    internal double[] Widths { get; }

    /// <param name="reference">The reference's values, ascending and finite.</param>
    /// <param name="current">The current values.</param>
    /// <param name="most">The most cells.</param>
    /// <param name="scale">What widths are multiplied by.</param>
    internal static EqualMassCells Of(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        int most,
        double scale
    )
    {
        var share =
            DistinctUpTo(reference, current, most) <= most ? 1 : ((double)reference.Length + current.Length) / most;
        var cells = new List<(double Low, double High, long Reference, long Current)>();
        for (int i = 0, j = 0; i < reference.Length || j < current.Length; )
        {
            // A cell ends with the last of the values that are equal to the one its share ends at.
            int fromReference = i,
                fromCurrent = j;
            double low = Next(reference, i, current, j),
                high = low,
                target = (cells.Count + 1) * share;
            do
            {
                high = Next(reference, i, current, j);
                while (i < reference.Length && reference[i] == high)
                {
                    i++;
                }

                while (j < current.Length && current[j] == high)
                {
                    j++;
                }
            } while (share > 1 && (double)i + j < target && (i < reference.Length || j < current.Length));

            cells.Add((low, high, i - fromReference, j - fromCurrent));
        }

        var widths = new double[cells.Count];
        for (var c = 0; c + 1 < widths.Length; c++)
        {
            double ownHalf = ((cells[c].High * scale) - (cells[c].Low * scale)) / 2,
                nextHalf = ((cells[c + 1].High * scale) - (cells[c + 1].Low * scale)) / 2;
            widths[c] = ownHalf + ((cells[c + 1].Low * scale) - (cells[c].High * scale)) + nextHalf;
        }

        return new EqualMassCells(
            widths,
            [.. cells.Select(cell => cell.Reference)],
            [.. cells.Select(cell => cell.Current)]
        );
    }

    private static double Next(ReadOnlySpan<double> reference, int i, ReadOnlySpan<double> current, int j) =>
        Math.Min(
            i < reference.Length ? reference[i] : double.PositiveInfinity,
            j < current.Length ? current[j] : double.PositiveInfinity
        );

    /// <summary>How many distinct values there are; it stops beyond the most.</summary>
    private static int DistinctUpTo(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, int most)
    {
        var distinct = 0;
        for (int i = 0, j = 0; distinct <= most && (i < reference.Length || j < current.Length); distinct++)
        {
            var value = Next(reference, i, current, j);
            while (i < reference.Length && reference[i] == value)
            {
                i++;
            }

            while (j < current.Length && current[j] == value)
            {
                j++;
            }
        }

        return distinct;
    }
}
