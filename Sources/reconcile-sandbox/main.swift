
print("sandbox")
