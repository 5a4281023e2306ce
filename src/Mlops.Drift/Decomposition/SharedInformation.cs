namespace Mlops.Drift.Decomposition;

/// <summary>How much one grouping tells of another: the uncertainty coefficient, less the bias of Miller (1955).</summary>
internal static class SharedInformation
{
    /// <returns>The share of the classes' entropy that the strata tell, in [0,1]; 0 where the classes do not vary.</returns>
    public static double Of(long[] table, int classes)
    {
        var strata = classes == 0 ? 0 : table.Length / classes;
        double all = table.Sum();
        double[] rows = new double[strata],
            columns = new double[classes];
        for (var i = 0; i < table.Length; i++)
        {
            rows[i / classes] += table[i];
            columns[i % classes] += table[i];
        }

        double entropy = 0,
            information = 0;
        for (var i = 0; i < table.Length; i++)
        {
            if (table[i] > 0)
            {
                information += table[i] / all * Math.Log(table[i] / rows[i / classes] / columns[i % classes] * all);
            }
        }

        foreach (var column in columns)
        {
            entropy -= column > 0 ? column / all * Math.Log(column / all) : 0;
        }

        double bias = (rows.Count(row => row > 0) - 1.0) * (columns.Count(column => column > 0) - 1) / (2 * all);
        return entropy > 0 ? Math.Clamp((information - bias) / entropy, 0, 1) : 0;
    }
}
