using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlops.Architecture.Tests;

public class TypeTests
{
    /// <summary>Public classes that are neither sealed nor abstract, each with the reason.</summary>
    private static readonly Dictionary<string, string> OpenClasses = new()
    {
        ["Mlops.Serialization.EnvelopeFormatException"] =
            "UnsupportedSchemaVersionException is one: who catches the general one catches both.",
    };

    public static TheoryData<string> Packages => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicClasses_OfAPackage_AreSealedOrMadeForInheritance(string package) =>
        Rule.Holds(
            "Public classes are sealed or abstract; OpenClasses lists the others with the reason.",
            Exported(package)
                .Where(type =>
                    type.IsClass && !type.IsSealed && !type.IsAbstract && !OpenClasses.ContainsKey(type.FullName!)
                )
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicStructs_OfAPackage_AreReadonly(string package) =>
        Rule.Holds(
            "Public structs are readonly.",
            Exported(package)
                .Where(type => type.IsValueType && !type.IsEnum && !type.IsDefined(typeof(IsReadOnlyAttribute), false))
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void StaticFields_OfAPackage_AreReadonly(string package) =>
        Rule.Holds(
            "Static state does not change.",
            from type in Repository.AssemblyOf(package).GetTypes()
            where !IsMadeByTheCompiler(type)
            from field in type.GetFields(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
            )
            where !field.IsLiteral && !field.IsInitOnly
            select $"{type.FullName}.{field.Name}"
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicFields_OfAPackage_AreConstants(string package) =>
        Rule.Holds(
            "Public types show properties, not fields.",
            from type in Exported(package)
            where !type.IsEnum
            from field in type.GetFields(
                BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly
            )
            where !field.IsLiteral
            select $"{type.FullName}.{field.Name}"
        );

    [Fact]
    public void OpenClasses_List_NamesOnlyWhatIsOpen() =>
        Assert.All(
            OpenClasses.Keys,
            name =>
                Assert.Contains(
                    Repository.Packages.SelectMany(Exported),
                    type => type.FullName == name && !type.IsSealed && !type.IsAbstract
                )
        );

    private static IEnumerable<Type> Exported(string package) =>
        Repository.AssemblyOf(package).GetExportedTypes().Where(type => !IsMadeByTheCompiler(type));

    // Caches of lambdas and the like have names that no source can have; what a source generator wrote says so.
    private static bool IsMadeByTheCompiler(Type type) =>
        type.Name.StartsWith('<')
        || (type.DeclaringType is { } outer && IsMadeByTheCompiler(outer))
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), false);
}
