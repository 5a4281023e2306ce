using System.Runtime.CompilerServices;

namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>Adds up doubled placements and their squares.</summary>
internal struct PlacementVisitor : ITieGroupVisitor
{
    internal ulong TwiceWins;
    internal ulong TiedPairs;
    private ulong _firstHigh;
    private ulong _firstLow;
    private ulong _secondHigh;
    private ulong _secondLow;

    /// <summary>Of the first sample's values.</summary>
    internal readonly UInt128 FirstSquares => ((UInt128)_firstHigh << 32) + _firstLow;

    /// <summary>Of the second sample's values.</summary>
    internal readonly UInt128 SecondSquares => ((UInt128)_secondHigh << 32) + _secondLow;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit(long first, long second, long firstEnd, long secondEnd)
    {
        ulong a = (ulong)(firstEnd - first),
            b = (ulong)(secondEnd - second),
            ofFirst = (ulong)(second + secondEnd),
            ofSecond = (ulong)(first + firstEnd);
        TwiceWins += b * ofSecond;
        TiedPairs += a * b;

        // Squares of less than 2⁶⁴ in halves of 32 bits: as counts sum to less than 2³¹, neither sum overflows.
        ulong square = ofFirst * ofFirst,
            otherSquare = ofSecond * ofSecond;
        _firstHigh += a * (square >> 32);
        _firstLow += a * (uint)square;
        _secondHigh += b * (otherSquare >> 32);
        _secondLow += b * (uint)otherSquare;
    }
}
