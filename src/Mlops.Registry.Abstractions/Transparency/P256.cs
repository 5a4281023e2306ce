using System.Security.Cryptography;

namespace Mlops.Registry.Transparency;

/// <summary>The one curve that notes are signed on here.</summary>
internal static class P256
{
    private const string Oid = "1.2.840.10045.3.1.7";

    public static void ThrowIfOtherCurve(ECDsa key, string name)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;
        if (!curve.IsNamed || curve.Oid.Value != Oid)
        {
            throw new CryptographicException(
                $"The key of '{name}' is on {curve.Oid?.FriendlyName ?? "a curve without a name"}; it must be on NIST P-256."
            );
        }
    }
}
