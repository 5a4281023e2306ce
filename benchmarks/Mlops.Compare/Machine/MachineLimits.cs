namespace Mlops.Compare.Machine;

/// <summary>What this machine can do at best, measured in this run with all cores, from memory: nothing that reads its data there can be faster.</summary>
/// <remarks>
/// A row whose data stay in a cache between its calls may be, so a share above 100% says just that. The floor of a sort is a read of
/// the keys, for the histogram of a radix sort, and then a scatter for each 11 bits that it takes to tell so many keys apart, each
/// counted as a plain copy, which no scatter beats.
/// </remarks>
internal sealed class MachineLimits
{
    private const int RadixBits = 11;

    private readonly double[] _least = [.. Enum.GetValues<Pass>().Select(_ => double.PositiveInfinity)];

    /// <summary>Measures the plain passes, and keeps the best since the beginning: a busy moment must not make a limit easy.</summary>
    public void Measure()
    {
        foreach (var pass in Enum.GetValues<Pass>())
        {
            _least[(int)pass] = Math.Min(_least[(int)pass], PassTiming.MillisecondsOfAByte(pass));
        }
    }

    /// <summary>Bytes a second that all cores read.</summary>
    public double Bandwidth => 1e3 / _least[(int)Pass.Read];

    /// <summary>Milliseconds to read so many bytes.</summary>
    public double Read(long bytes) => bytes * _least[(int)Pass.Read];

    /// <summary>Milliseconds of SHA-256 over so many bytes.</summary>
    public double Hash(long bytes) => bytes * _least[(int)Pass.Hash];

    /// <summary>Milliseconds to sort so many doubles.</summary>
    public double Sort(int rows)
    {
        var bytes = (long)rows * sizeof(double);
        var passes = Math.Ceiling(Math.Log2(Math.Max(2, rows)) / RadixBits);
        return Read(bytes) + (passes * bytes * _least[(int)Pass.Copy]);
    }
}
