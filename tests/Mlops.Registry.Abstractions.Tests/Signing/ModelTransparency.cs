using Mlops.Registry.Signing;

namespace Mlops.Registry.Tests.Signing;

/// <summary>Files of sigstore/model-transparency; SOURCE.md beside them says which.</summary>
internal static class ModelTransparency
{
    public static EcdsaPublicKey Key() => EcdsaPublicKey.FromPem(File.ReadAllText(PathOf("signing-key-pub.pem")));

    public static byte[] Bundle(string version) => File.ReadAllBytes(PathOf($"model-{version}.sig"));

    private static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mlops.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(
            folder.FullName,
            "tests",
            "Mlops.Registry.Abstractions.Tests",
            "Signing",
            "model-transparency",
            name
        );
    }
}
