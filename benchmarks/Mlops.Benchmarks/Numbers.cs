namespace Mlops.Benchmarks;

/// <summary>Standard normal values from a fixed seed.</summary>
internal static class Numbers
{
    public static double[] Normal(int rows)
    {
        var random = new Random(20260101);
        var values = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            values[i] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        }

        return values;
    }
}
