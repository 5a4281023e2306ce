using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>Writes and reads the numbers that JSON has no form for.</summary>
public static class CanonicalJsonWriterExtensions
{
    /// <summary>Writes a number; NaN and infinities become strings.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">Any double.</param>
    public static void WriteReal(this Utf8JsonWriter writer, double value) => throw new NotImplementedException();

    /// <summary>Writes an integer; beyond 2^53 it becomes a string.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">Any integer.</param>
    public static void WriteInteger(this Utf8JsonWriter writer, long value) => throw new NotImplementedException();

    /// <summary>Reads what <see cref="WriteReal"/> wrote.</summary>
    /// <param name="element">A number, or one of the three strings.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static double GetReal(this JsonElement element) => throw new NotImplementedException();

    /// <summary>Reads what <see cref="WriteInteger"/> wrote.</summary>
    /// <param name="element">An integer number, or a string of decimal digits.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static long GetInteger(this JsonElement element) => throw new NotImplementedException();
}
