namespace Mlops.Drift.Presets.NumPy;

/// <summary>Sums in the order in which NumPy adds, so that the last digits are its own too.</summary>
internal static class NumPySum
{
    private const int BlockLength = 128;

    /// <summary>The pairwise sum of <c>numpy.add.reduce</c>: eight running sums within 128 values, halves above.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length < 8)
        {
            double sum = 0;
            foreach (var value in values)
            {
                sum += value;
            }

            return sum;
        }

        if (values.Length > BlockLength)
        {
            var half = values.Length / 2;
            half -= half % 8;
            return Of(values[..half]) + Of(values[half..]);
        }

        Span<double> lanes = stackalloc double[8];
        values[..8].CopyTo(lanes);
        var i = 8;
        for (; i < values.Length - (values.Length % 8); i += 8)
        {
            for (var lane = 0; lane < 8; lane++)
            {
                lanes[lane] += values[i + lane];
            }
        }

        var total = lanes[0] + lanes[1] + (lanes[2] + lanes[3]) + (lanes[4] + lanes[5] + (lanes[6] + lanes[7]));
        for (; i < values.Length; i++)
        {
            total += values[i];
        }

        return total;
    }

    public static double Mean(ReadOnlySpan<double> values) => Of(values) / values.Length;

    /// <summary>The population standard deviation, <c>numpy.std</c>.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        var squares = new double[values.Length];
        for (var i = 0; i < squares.Length; i++)
        {
            squares[i] = (values[i] - mean) * (values[i] - mean);
        }

        return Math.Sqrt(Mean(squares));
    }
}
