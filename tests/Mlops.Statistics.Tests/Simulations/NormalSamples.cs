namespace Mlops.Statistics.Tests.Simulations;

/// <summary>Standard normal samples by Box and Muller's method.</summary>
internal static class NormalSamples
{
    internal static double[] Draw(int count, Xoshiro256 random)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] =
                Math.Sqrt(-2 * Math.Log(1 - random.NextUniform())) * Math.Cos(2 * Math.PI * random.NextUniform());
        }

        return values;
    }
}
