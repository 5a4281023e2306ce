using System.Diagnostics;
using System.Globalization;

namespace Mlops.Serialization;

/// <summary>Number::toString of ECMA-262 (radix 10), from the shortest digits that read back as the same double.</summary>
internal static class EcmaScriptNumber
{
    /// <summary>Enough for any double: a sign, 17 digits, a point, five leading zeros or a three-digit exponent.</summary>
    public const int MaximumLength = 32;

    /// <summary>2^53: up to here every integer is a double of its own.</summary>
    public const long LargestExactInteger = 1L << 53;

    private const int MaximumPlainExponent = 21;
    private const int MinimumPlainExponent = -6;

    /// <summary>Writes a finite number and returns how many bytes it took.</summary>
    public static int Format(double value, Span<byte> destination)
    {
        Debug.Assert(double.IsFinite(value));
        if (Math.Abs(value) <= LargestExactInteger && value == Math.Truncate(value))
        {
            // The conversion also turns -0 into 0.
            ((long)value).TryFormat(destination, out var length, provider: CultureInfo.InvariantCulture);
            return length;
        }

        Span<byte> digits = stackalloc byte[MaximumLength];
        var digitCount = ShortestDigits(Math.Abs(value), digits, out var pointPosition);
        var sign = 0;
        if (value < 0)
        {
            destination[0] = (byte)'-';
            sign = 1;
        }

        return sign + Layout(digits[..digitCount], pointPosition, destination[sign..]);
    }

    /// <summary>The significant digits s of value = 0.s * 10^pointPosition, without leading and trailing zeros.</summary>
    private static int ShortestDigits(double value, Span<byte> digits, out int pointPosition)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];
        if (double.IsPow2(value) && double.Parse(text, CultureInfo.InvariantCulture) != value)
        {
            // Below a power of two doubles are twice as dense, which the runtime overlooks: of all powers it writes
            // 2^-25 and 2^-958 a digit too short, so that they read back as the double below.
            return SeventeenDigits(value, digits, out pointPosition);
        }

        return Significant(text, digits, out pointPosition);
    }

    /// <summary>The exact value rounded to 17 digits, a tie to the even digit as ECMA-262 has it.</summary>
    private static int SeventeenDigits(double value, Span<byte> digits, out int pointPosition)
    {
        const int Wanted = 17;
        // A double is a tie at the 18th digit only if it ends there, and then the other digits are zeros.
        Span<byte> text = stackalloc byte[2 * MaximumLength];
        value.TryFormat(text, out var length, "E40", CultureInfo.InvariantCulture);
        Span<byte> exact = stackalloc byte[2 * MaximumLength];
        var count = Significant(text[..length], exact, out pointPosition);
        var rest = count > Wanted ? exact[Wanted..count] : [];
        var roundsUp =
            rest.Length > 0
            && (rest[0] > '5' || (rest[0] == '5' && (rest.Length > 1 || ((exact[Wanted - 1] - '0') & 1) == 1)));
        var rounded = ulong.Parse(exact[..Wanted], CultureInfo.InvariantCulture) + (roundsUp ? 1UL : 0UL);
        rounded.TryFormat(digits, out var digitCount, provider: CultureInfo.InvariantCulture);
        pointPosition += digitCount - Wanted;
        return digitCount;
    }

    private static int Significant(ReadOnlySpan<byte> text, Span<byte> digits, out int pointPosition)
    {
        var exponent = 0;
        var exponentMark = text.IndexOf((byte)'E');
        if (exponentMark >= 0)
        {
            exponent = int.Parse(
                text[(exponentMark + 1)..],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture
            );
            text = text[..exponentMark];
        }

        var point = text.IndexOf((byte)'.');
        pointPosition = (point >= 0 ? point : text.Length) + exponent;
        var count = 0;
        foreach (var character in text)
        {
            if (character == '.')
            {
                continue;
            }

            if (count == 0 && character == '0')
            {
                pointPosition--;
                continue;
            }

            digits[count++] = character;
        }

        while (digits[count - 1] == '0')
        {
            count--;
        }

        return count;
    }

    /// <summary>The four layouts of ECMA-262, 6.1.6.1.20; n is <paramref name="pointPosition"/> there, k the digit count.</summary>
    private static int Layout(ReadOnlySpan<byte> digits, int pointPosition, Span<byte> destination)
    {
        if (pointPosition is > MinimumPlainExponent and <= 0)
        {
            destination[0] = (byte)'0';
            destination[1] = (byte)'.';
            destination.Slice(2, -pointPosition).Fill((byte)'0');
            digits.CopyTo(destination[(2 - pointPosition)..]);
            return 2 - pointPosition + digits.Length;
        }

        if (pointPosition is > 0 and <= MaximumPlainExponent)
        {
            if (digits.Length <= pointPosition)
            {
                digits.CopyTo(destination);
                destination[digits.Length..pointPosition].Fill((byte)'0');
                return pointPosition;
            }

            InsertPoint(digits, pointPosition, destination);
            return digits.Length + 1;
        }

        var length = 1;
        destination[0] = digits[0];
        if (digits.Length > 1)
        {
            InsertPoint(digits, 1, destination);
            length = digits.Length + 1;
        }

        var exponent = pointPosition - 1;
        destination[length++] = (byte)'e';
        destination[length++] = (byte)(exponent < 0 ? '-' : '+');
        Math.Abs(exponent).TryFormat(destination[length..], out var written, provider: CultureInfo.InvariantCulture);
        return length + written;
    }

    private static void InsertPoint(ReadOnlySpan<byte> digits, int position, Span<byte> destination)
    {
        digits[..position].CopyTo(destination);
        destination[position] = (byte)'.';
        digits[position..].CopyTo(destination[(position + 1)..]);
    }
}
