using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Mlops.Compare.Machine;

/// <summary>Times the plainest passes over memory, on all cores.</summary>
internal static class PassTiming
{
    /// <summary>Larger than any cache, and small enough for any machine that holds the table's data.</summary>
    private const int Length = 1 << 26;

    private const int BlockLength = 1 << 16;
    private const int MostRuns = 20;
    private const int FewestRuns = 3;

    /// <summary>No more runs once they have taken so many milliseconds.</summary>
    private const double Enough = 500;

    /// <summary>The least milliseconds that a byte takes.</summary>
    public static double MillisecondsOfAByte(Pass pass)
    {
        double[] source = new double[Length],
            target = pass == Pass.Copy ? new double[Length] : [];
        Array.Fill(source, 1);
        Array.Fill(target, 2);
        double least = double.PositiveInfinity,
            spent = 0;
        for (var run = 0; run < MostRuns && (run < FewestRuns || spent < Enough); run++)
        {
            var start = Stopwatch.GetTimestamp();
            Run(pass, source, target);
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            least = Math.Min(least, milliseconds);
            spent += milliseconds;
        }

        return least / ((double)Length * sizeof(double));
    }

    private static void Run(Pass pass, double[] source, double[] target)
    {
        var blocks = (source.Length + BlockLength - 1) / BlockLength;
        var next = -1;
        Parallel.For(
            0,
            Math.Min(blocks, Environment.ProcessorCount),
            _ =>
            {
                for (var i = Interlocked.Increment(ref next); i < blocks; i = Interlocked.Increment(ref next))
                {
                    var from = i * BlockLength;
                    var length = Math.Min(BlockLength, source.Length - from);
                    Block(pass, source.AsSpan(from, length), pass == Pass.Copy ? target.AsSpan(from, length) : default);
                }
            }
        );
    }

    private static void Block(Pass pass, ReadOnlySpan<double> source, Span<double> target)
    {
        switch (pass)
        {
            case Pass.Read:
                _ = Read(source);
                break;
            case Pass.Copy:
                source.CopyTo(target);
                break;
            default:
                _ = SHA256.HashData(MemoryMarshal.AsBytes(source));
                break;
        }
    }

    // Four independent chains of the cheapest operation, so that memory alone is waited for; not inlined, or the result that nobody
    // uses would take the loop with it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Read(ReadOnlySpan<double> source)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<ulong>>(source);
        Vector512<ulong> a = default,
            b = default,
            c = default,
            d = default;
        var i = 0;
        for (; i <= vectors.Length - 4; i += 4)
        {
            a ^= vectors[i];
            b ^= vectors[i + 1];
            c ^= vectors[i + 2];
            d ^= vectors[i + 3];
        }

        for (; i < vectors.Length; i++)
        {
            a ^= vectors[i];
        }

        var all = a ^ b ^ c ^ d;
        var sum = 0UL;
        for (var lane = 0; lane < Vector512<ulong>.Count; lane++)
        {
            sum ^= all[lane];
        }

        return sum;
    }
}
